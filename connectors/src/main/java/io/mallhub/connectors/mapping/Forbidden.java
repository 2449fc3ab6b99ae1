package io.mallhub.connectors.mapping;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Functions of the expression languages that would run what an ERP sends as a program, or read it
 * with fewer guards than a reply, and those that reach out of the reply: what this machine knows is
 * none of a mapping's business, whoever handed it in.
 */
final class Forbidden {
    private static final Pattern CALL =
            Pattern.compile(
                    "(\\bparse-xml-fragment\\b|\\bparse-xml\\b|\\$eval\\b|\\btransform\\s*\\("
                            + "|\\b(?:environment-variable|available-environment-variables"
                            + "|function-lookup|load-xquery-module)\\s*[(#])");

    private static final Map<String, String> INSTEAD =
            Map.of(
                    "parse-xml", "; m:xml reads XML from a string",
                    "parse-xml-fragment", "; m:xml reads XML from a string",
                    "$eval", "; $json reads JSON from a string");

    private Forbidden() {}

    /**
     * @throws IllegalArgumentException when the expression calls one
     */
    static void in(String expression) {
        Matcher call = CALL.matcher(expression);
        if (call.find()) {
            String name = call.group(1).replaceAll("\\s*[(#]$", "");
            throw new IllegalArgumentException(
                    "'%s' can't be called here%s".formatted(name, INSTEAD.getOrDefault(name, "")));
        }
    }
}
