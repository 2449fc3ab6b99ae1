package io.mallhub.console.operations;

import io.mallhub.processes.Repair;
import io.mallhub.webkit.Typed;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A repair as a form asks for it.
 *
 * @param kind retry, change-variables, resolve, cancel, move-tokens or migrate
 * @param changes variables to set, one {@code name = JSON} per line
 * @param elements ids that differ in the version to migrate to, one {@code old = new} per line
 */
record RepairForm(
        String kind,
        @Nullable String cause,
        @Nullable String changes,
        @Nullable String tokensFrom,
        @Nullable String tokensTo,
        @Nullable Long target,
        @Nullable String elements) {

    /**
     * @throws IllegalArgumentException if something it needs is missing
     */
    Repair repair() {
        return switch (kind) {
            case "retry" -> new Repair.Retry(null, Typed.words(cause), lines(changes));
            case "change-variables" -> new Repair.ChangeVariables(lines(changes));
            case "resolve" -> new Repair.Resolve();
            case "cancel" -> new Repair.Cancel();
            case "move-tokens" -> new Repair.MoveTokens(needed(tokensFrom), needed(tokensTo));
            case "migrate" -> {
                if (target == null) {
                    throw new IllegalArgumentException("No version is chosen");
                }
                yield new Repair.Migrate(target, lines(elements));
            }
            default -> throw new IllegalArgumentException(kind + " is no repair");
        };
    }

    private static String needed(@Nullable String element) {
        String present = Typed.words(element);
        if (present == null) {
            throw new IllegalArgumentException("No element is named");
        }
        return present;
    }

    private static Map<String, String> lines(@Nullable String text) {
        Map<String, String> values = new TreeMap<>();
        if (text != null) {
            text.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(
                            line -> {
                                int is = line.indexOf('=');
                                if (is < 1) {
                                    throw new IllegalArgumentException(
                                            line + " is not of the form name = value");
                                }
                                values.put(
                                        line.substring(0, is).strip(),
                                        line.substring(is + 1).strip());
                            });
        }
        return values;
    }
}
