package io.mallhub.processes.instance;

import io.camunda.zeebe.client.ZeebeClient;
import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.sql.Catchup;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes of running instances by people. Each is in the audit log before the engine is told, so
 * that none can happen without a line there.
 */
@Component
class InstanceRepairs {
    private static final int NEW_RETRIES = 5;

    private final ZeebeClient client;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    InstanceRepairs(
            ZeebeClient client,
            JdbcClient jdbc,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.client = client;
        this.jdbc = jdbc;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Incident(long instance, @Nullable Long job, String element, String state) {}

    void retry(long key, String reason, StaffView by) {
        Incident incident = incident(key);
        audit(
                by,
                "retry-incident",
                incident.instance(),
                reason,
                Map.of("element", incident.element()));
        if (incident.job() != null) {
            // The engine resolves a job incident only after its retries were raised.
            client.newUpdateRetriesCommand(incident.job()).retries(NEW_RETRIES).send().join();
        }
        client.newResolveIncidentCommand(key).send().join();
        Catchup.until(() -> "RESOLVED".equals(incident(key).state()));
    }

    void cancel(long instance, String reason, StaffView by) {
        audit(by, "cancel-instance", instance, reason, Map.of());
        client.newCancelInstanceCommand(instance).send().join();
        Catchup.until(
                () ->
                        jdbc.sql("SELECT state FROM engine.process_instance WHERE key = ?")
                                .param(instance)
                                .query(String.class)
                                .optional()
                                .filter("CANCELED"::equals)
                                .isPresent());
    }

    void changeVariable(long instance, String name, String json, String reason, StaffView by) {
        audit(by, "change-variable", instance, reason, Map.of("name", name, "value", json));
        client.newSetVariablesCommand(instance)
                .variables("{" + quoted(name) + ":" + json + "}")
                .send()
                .join();
    }

    private Incident incident(long key) {
        return jdbc.sql(
                        """
                        SELECT process_instance_key, job_key, element_id, state
                        FROM engine.incident WHERE key = ?
                        """)
                .param(key)
                .query(
                        (row, n) ->
                                new Incident(
                                        row.getLong(1),
                                        row.getObject(2, Long.class),
                                        row.getString(3),
                                        row.getString(4)))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no incident " + key));
    }

    private void audit(
            StaffView by,
            String action,
            long instance,
            String reason,
            Map<String, String> details) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A change of a running process needs a reason");
        }
        transaction.executeWithoutResult(
                t ->
                        audit.record(
                                new AuditEntry(
                                        by.actor(),
                                        action,
                                        "process-instance",
                                        Long.toString(instance),
                                        reason,
                                        details)));
    }

    private static String quoted(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw new IllegalArgumentException(name + " is no name of a variable");
        }
        return '"' + name + '"';
    }
}
