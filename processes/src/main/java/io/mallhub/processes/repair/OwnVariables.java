package io.mallhub.processes.repair;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.Diagrams;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Variables of a process that no operator writes. */
final class OwnVariables {
    private OwnVariables() {}

    /** Empty: these may be written. */
    static Optional<Plan> refusal(Patient patient, Collection<String> names) {
        String decided = those(names, CommonTasks.DECIDED_VARIABLES::contains);
        if (!decided.isEmpty()) {
            return Optional.of(Plan.forbidden("decided", decided));
        }
        String numbers = those(names, Diagrams.BUSINESS_NUMBERS::contains);
        return numbers.isEmpty() || patient.businessNumber().isEmpty()
                ? Optional.empty()
                : Optional.of(Plan.forbidden("other-number", numbers));
    }

    private static String those(Collection<String> names, Predicate<String> which) {
        return names.stream().filter(which).sorted().collect(Collectors.joining(", "));
    }
}
