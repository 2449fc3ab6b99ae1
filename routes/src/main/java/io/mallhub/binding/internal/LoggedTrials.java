package io.mallhub.binding.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.binding.ConnectionTrials;
import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import io.mallhub.connectors.OperationTrial;
import io.mallhub.connectors.OperationTrials;
import io.mallhub.connectors.OperationTrials.TrialOperation;
import io.mallhub.connectors.OperationTrials.TrialOrder;
import io.mallhub.shared.Actor;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Calls the ERP, so no transaction is open meanwhile. */
@Component
class LoggedTrials implements ConnectionTrials {
    private final OperationTrials trials;
    private final StoredSettings settings;
    private final ExchangeRecorder recorder;
    private final AuditLog audit;

    LoggedTrials(
            OperationTrials trials,
            StoredSettings settings,
            ExchangeRecorder recorder,
            AuditLog audit) {
        this.trials = trials;
        this.settings = settings;
        this.recorder = recorder;
        this.audit = audit;
    }

    @Override
    public List<TrialOperation> operations(String definition) {
        try {
            return trials.operations(definition);
        } catch (DefinitionInvalid e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public OperationTrial run(String connection, String definition, TrialOrder order, Actor by) {
        ConnectionRow row = settings.row(connection);
        boolean writes =
                operations(definition).stream()
                        .anyMatch(it -> it.writes() && it.id().equals(order.operation()));
        if (writes) {
            audit.record(
                    new AuditEntry(
                            by,
                            "try-operation",
                            "connection",
                            connection,
                            "",
                            Map.of("operation", order.operation(), "definition", definition)));
        }
        return trials.run(settings.settings(row, definition), order, recorder);
    }
}
