package io.mallhub.binding;

import io.mallhub.connectors.OperationTrial;
import io.mallhub.connectors.OperationTrials.TrialOperation;
import io.mallhub.connectors.OperationTrials.TrialOrder;
import io.mallhub.shared.Actor;
import java.util.List;

/**
 * Operations tried against a connection's ERP, for a person who looks. Nothing is applied to the
 * mall and no flow is moved; the exchanges are kept in the message log.
 */
public interface ConnectionTrials {
    /**
     * @param definition by which it is tried: the connection's own, or one that may become so
     */
    List<TrialOperation> operations(String definition);

    /**
     * @throws IllegalArgumentException when there is no such connection or definition
     */
    OperationTrial run(String connection, String definition, TrialOrder order, Actor by);
}
