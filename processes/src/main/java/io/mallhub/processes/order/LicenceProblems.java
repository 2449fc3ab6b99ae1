package io.mallhub.processes.order;

import io.mallhub.bpmn.OrderApproval;
import io.mallhub.processes.engine.Outcome;
import java.util.Map;

/** The licence gate closed: the way to a person of the quality department. */
final class LicenceProblems {
    private LicenceProblems() {}

    static Outcome asError(String words) {
        return Outcome.bpmnError(
                OrderApproval.LICENCE_NOT_VALID, words, Map.of("licenceProblems", words));
    }
}
