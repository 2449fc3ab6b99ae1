package io.mallhub.processes.order;

import io.mallhub.bpmn.OrderApproval;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.processes.engine.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The licence gate closed: the way to a person of the quality department. */
final class LicenceProblems {
    private LicenceProblems() {}

    static Outcome asError(List<LineProblem> problems) {
        String words =
                problems.stream()
                        .map(p -> (p.line() + 1) + ": " + p.problem() + " " + p.detail())
                        .collect(Collectors.joining("; "));
        return Outcome.bpmnError(
                OrderApproval.LICENCE_NOT_VALID, words, Map.of("licenceProblems", words));
    }
}
