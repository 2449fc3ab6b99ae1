package io.mallhub.customer.internal;

import io.mallhub.customer.CheckFinding;
import java.util.List;

/** All automatic checks, in the order in which the reviewer reads them. */
final class RegistrationChecks {
    static final String DUPLICATE = "duplicate";

    private static final List<RegistrationCheck> ALL =
            List.of(
                    new UsccCheck(),
                    new NumberFormatCheck(),
                    new CompletenessCheck(),
                    new ExpiryCheck(),
                    new DuplicateCheck(),
                    new ScopeCheck());

    private RegistrationChecks() {}

    static List<CheckFinding> run(CaseFile file) {
        return ALL.stream().flatMap(check -> check.look(file).stream()).toList();
    }
}
