package io.mallhub.connectors.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The values of a body in JSON, XML or a form, each with the names it stands under; a value may
 * carry another body as a string. What is put in place of a value leaves all else as it went over
 * the wire. The end may be cut off and the body ill-formed: what looks like a value is one.
 */
final class BodyValues {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FORM = Pattern.compile("([^=&?\\s]+)=([^&\\s]*)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([\\w.:-]+)(\\s*=\\s*)(\"[^\"]*+\"|'[^']*+')");

    /** A body inside of a body inside of a body goes no deeper in any ERP known. */
    private static final int DEEPEST = 4;

    private final String text;
    private final Visitor visitor;
    private final Deque<String> names;
    private final int depth;
    private final StringBuilder out;
    private int at;

    private BodyValues(String text, Visitor visitor, Deque<String> names, int depth) {
        this.text = text;
        this.visitor = visitor;
        this.names = names;
        this.depth = depth;
        out = new StringBuilder(text.length());
    }

    static String rewritten(String body, Visitor visitor) {
        return new BodyValues(body, visitor, new ArrayDeque<>(), 0).rewritten();
    }

    private String rewritten() {
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[") || start.startsWith("\"")) {
            json();
        } else if (start.startsWith("<")) {
            xml();
        } else {
            form();
        }
        return out.toString();
    }

    private void json() {
        int floor = names.size();
        String key = "";
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"') {
                int end = endOfString();
                String raw = text.substring(at + 1, end);
                int colon = end + 1;
                while (colon < text.length() && Character.isWhitespace(text.charAt(colon))) {
                    colon++;
                }
                if (colon < text.length() && text.charAt(colon) == ':') {
                    key = unescaped(raw);
                    copy(colon + 1);
                } else {
                    String instead = value(key, unescaped(raw));
                    out.append('"').append(instead == null ? raw : escaped(instead));
                    at = end;
                    copy(Math.min(end + 1, text.length()));
                }
            } else if (c == '-' || Character.isDigit(c)) {
                int end = at + 1;
                while (end < text.length() && "+-.eE0123456789".indexOf(text.charAt(end)) >= 0) {
                    end++;
                }
                String instead = value(key, text.substring(at, end));
                if (instead == null) {
                    copy(end);
                } else {
                    out.append('"').append(escaped(instead)).append('"');
                    at = end;
                }
            } else {
                if (c == '{' || c == '[') {
                    names.push(key);
                    key = "";
                } else if ((c == '}' || c == ']') && names.size() > floor) {
                    names.pop();
                    key = "";
                } else if (c == ',') {
                    key = "";
                }
                copy(at + 1);
            }
        }
        while (names.size() > floor) {
            names.pop();
        }
    }

    /** Of the closing quote, or of the text where it is cut. */
    private int endOfString() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != '"') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end, text.length());
    }

    private void xml() {
        int floor = names.size();
        while (at < text.length()) {
            int open = text.indexOf('<', at);
            int end = open < 0 ? text.length() : open;
            if (end > at) {
                String raw = text.substring(at, end);
                String instead = raw.isBlank() ? null : value("", plain(raw));
                out.append(instead == null ? raw : marked(instead));
                at = end;
            }
            if (open >= 0) {
                markup(floor);
            }
        }
        while (names.size() > floor) {
            names.pop();
        }
    }

    private void markup(int floor) {
        if (text.startsWith("<![CDATA[", at)) {
            copy(at + "<![CDATA[".length());
            wordsUntil("]]>");
            copy(Math.min(at + "]]>".length(), text.length()));
        } else if (text.startsWith("<!--", at)) {
            wordsUntil("-->");
        } else {
            int end = endOfTag();
            String tag = text.substring(at, end);
            if (tag.startsWith("</")) {
                if (names.size() > floor) {
                    names.pop();
                }
                out.append(tag);
            } else {
                out.append(attributes(tag));
                if (!tag.endsWith("/>") && !tag.startsWith("<?") && !tag.startsWith("<!")) {
                    names.push(local(tag.substring(1).split("[\\s/>]", 2)[0]));
                }
            }
            at = end;
        }
    }

    /** Behind the bracket; one inside of an attribute is none. */
    private int endOfTag() {
        char quote = 0;
        for (int end = at + 1; end < text.length(); end++) {
            char c = text.charAt(end);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return end + 1;
            }
        }
        return text.length();
    }

    private String attributes(String tag) {
        return ATTRIBUTE
                .matcher(tag)
                .replaceAll(
                        found -> {
                            String quoted = found.group(3);
                            String instead =
                                    value(
                                            local(found.group(1)),
                                            plain(quoted.substring(1, quoted.length() - 1)));
                            return Matcher.quoteReplacement(
                                    instead == null
                                            ? found.group()
                                            : found.group(1)
                                                    + found.group(2)
                                                    + "\""
                                                    + marked(instead)
                                                    + "\"");
                        });
    }

    private void form() {
        int end = 0;
        Matcher pair = FORM.matcher(text);
        while (pair.find()) {
            words(text.substring(end, pair.start()));
            String instead = value(decoded(pair.group(1)), decoded(pair.group(2)));
            out.append(pair.group(1)).append('=').append(instead == null ? pair.group(2) : instead);
            end = pair.end();
        }
        words(text.substring(end));
        at = text.length();
    }

    private void wordsUntil(String mark) {
        int end = text.indexOf(mark, at);
        String raw = text.substring(at, end < 0 ? text.length() : end);
        words(raw);
        at += raw.length();
    }

    private void words(String raw) {
        String instead = raw.isBlank() ? null : value("", raw);
        out.append(instead == null ? raw : instead);
    }

    /** Null where the value stays. */
    private @Nullable String value(String name, String value) {
        if (!name.isEmpty()) {
            names.push(name);
        }
        try {
            String start = value.stripLeading();
            if (depth < DEEPEST
                    && (start.startsWith("{") || start.startsWith("[") || start.startsWith("<"))) {
                String inner = new BodyValues(value, visitor, names, depth + 1).rewritten();
                return inner.equals(value) ? null : inner;
            }
            return visitor.instead(names, value);
        } finally {
            if (!name.isEmpty()) {
                names.pop();
            }
        }
    }

    private void copy(int end) {
        out.append(text, at, end);
        at = end;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static String unescaped(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder plain = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                plain.append(c);
                continue;
            }
            char kind = raw.charAt(++i);
            switch (kind) {
                case 'n' -> plain.append('\n');
                case 'r' -> plain.append('\r');
                case 't' -> plain.append('\t');
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'u' -> {
                    String hex = raw.substring(i + 1, Math.min(i + 5, raw.length()));
                    if (hex.matches("[0-9a-fA-F]{4}")) {
                        plain.append((char) Integer.parseInt(hex, 16));
                        i += 4;
                    }
                }
                default -> plain.append(kind);
            }
        }
        return plain.toString();
    }

    private static String escaped(String plain) {
        String quoted = JSON.writeValueAsString(plain);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static final Pattern REFERENCE = Pattern.compile("&#(x[0-9a-fA-F]{1,6}|\\d{1,7});");

    private static String plain(String raw) {
        if (raw.indexOf('&') < 0) {
            return raw;
        }
        return REFERENCE
                .matcher(raw)
                .replaceAll(
                        found -> {
                            String digits = found.group(1);
                            int point =
                                    digits.startsWith("x")
                                            ? Integer.parseInt(digits.substring(1), 16)
                                            : Integer.parseInt(digits);
                            return Matcher.quoteReplacement(
                                    Character.isValidCodePoint(point)
                                            ? Character.toString(point)
                                            : found.group());
                        })
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private static String marked(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw; // a per cent sign that encodes nothing
        }
    }

    @FunctionalInterface
    interface Visitor {
        /**
         * @param names it stands under, innermost first; without prefixes
         * @param value without escapes
         * @return what is to stand there; null to leave it
         */
        @Nullable String instead(Deque<String> names, String value);
    }
}
