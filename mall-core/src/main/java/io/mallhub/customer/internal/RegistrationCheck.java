package io.mallhub.customer.internal;

import io.mallhub.customer.CheckFinding;
import io.mallhub.customer.CheckFinding.Result;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One automatic check. It never rejects: it tells the reviewer what it saw. Says PASSED too, so
 * that the record shows what was looked at.
 */
interface RegistrationCheck {
    /** Kebab-case, as in {@link CheckFinding#check()}. */
    String name();

    List<CheckFinding> look(CaseFile file);

    /**
     * @param evidence the message key without its beginning {@code check.evidence.}
     * @param values as in {@link CheckFinding#values()}
     */
    default CheckFinding found(Result result, String subject, String evidence, Object... values) {
        return new CheckFinding(
                name(),
                subject,
                result,
                "check.evidence." + evidence,
                Arrays.stream(values).map(RegistrationCheck::text).toList());
    }

    private static String text(Object value) {
        return switch (value) {
            case Enum<?> constant ->
                    constant.getDeclaringClass().getSimpleName() + "." + constant.name();
            case Collection<?> several ->
                    several.stream().map(RegistrationCheck::text).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }
}
