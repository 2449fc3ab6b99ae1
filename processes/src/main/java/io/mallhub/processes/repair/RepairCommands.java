package io.mallhub.processes.repair;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.client.api.command.ClientStatusException;
import io.camunda.zeebe.client.api.command.MigrateProcessInstanceCommandStep1.MigrateProcessInstanceCommandFinalStep;
import io.camunda.zeebe.client.api.command.MigrateProcessInstanceCommandStep1.MigrateProcessInstanceCommandStep2;
import io.camunda.zeebe.client.api.command.ModifyProcessInstanceCommandStep1.ModifyProcessInstanceCommandStep2;
import io.grpc.Status;
import io.mallhub.processes.Repair;
import io.mallhub.processes.repair.Patient.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Repairs in the engine's words. Each command carries the item's id as its reference. */
@Component
class RepairCommands {
    private static final int NEW_RETRIES = 5;
    private final ZeebeClient client;
    private final JdbcClient jdbc;
    private final Patients patients;
    private final Versions versions;

    RepairCommands(ZeebeClient client, JdbcClient jdbc, Patients patients, Versions versions) {
        this.client = client;
        this.jdbc = jdbc;
        this.patients = patients;
        this.versions = versions;
    }

    /** Raises the retries where a job failed, then resolves. */
    void retry(LeasedItem item) {
        each(
                item,
                incident -> {
                    jobOf(incident)
                            .forEach(
                                    job ->
                                            client.newUpdateRetriesCommand(job)
                                                    .retries(NEW_RETRIES)
                                                    .operationReference(item.id())
                                                    .send()
                                                    .join());
                    resolve(item, incident);
                });
    }

    void resolve(LeasedItem item) {
        each(item, incident -> resolve(item, incident));
    }

    /** One that is gone is settled, by whomever, and stops none of the others. */
    private static void each(LeasedItem item, LongConsumer repair) {
        ClientStatusException gone = null;
        int repaired = 0;
        for (long incident : item.targets()) {
            try {
                repair.accept(incident);
                repaired++;
            } catch (ClientStatusException e) {
                if (e.getStatusCode() != Status.Code.NOT_FOUND) {
                    throw e;
                }
                gone = e;
            }
        }
        if (gone != null && repaired == 0) {
            throw gone;
        }
    }

    void setVariables(LeasedItem item, Map<String, String> variables) {
        if (variables.isEmpty() || wasSet(item)) {
            return;
        }
        StringBuilder json = new StringBuilder();
        new TreeMap<>(variables)
                .forEach(
                        (name, value) ->
                                json.append(json.isEmpty() ? "{" : ",")
                                        .append('"')
                                        .append(name)
                                        .append("\":")
                                        .append(value));
        client.newSetVariablesCommand(item.instance())
                .variables(json.append('}').toString())
                .operationReference(item.id())
                .send()
                .join();
    }

    void cancel(LeasedItem item) {
        client.newCancelInstanceCommand(item.instance())
                .operationReference(item.id())
                .send()
                .join();
    }

    /**
     * The tokens to end are named by their keys: the engine refuses the whole command when one of
     * them is gone, so a repetition can't start a second one.
     */
    void move(LeasedItem item, Repair.MoveTokens move) {
        var command = client.newModifyProcessInstanceCommand(item.instance());
        ModifyProcessInstanceCommandStep2 all = null;
        for (long token : item.targets()) {
            var next = all == null ? command : all.and();
            all = next.activateElement(move.to()).and().terminateElement(token);
        }
        if (all != null) {
            all.operationReference(item.id()).send().join();
        }
    }

    void migrate(LeasedItem item, Repair.Migrate migrate) {
        Patient patient = patients.all(List.of(item.instance())).getFirst();
        var mapped = mapping(patient, migrate).entrySet().iterator();
        var command =
                client.newMigrateProcessInstanceCommand(item.instance())
                        .migrationPlan(migrate.definition());
        send(item, command, mapped);
    }

    private static void send(
            LeasedItem item,
            MigrateProcessInstanceCommandStep2 command,
            java.util.Iterator<Map.Entry<String, String>> mapped) {
        if (!mapped.hasNext()) {
            throw new IllegalStateException("Nothing stands anywhere in " + item.instance());
        }
        Map.Entry<String, String> one = mapped.next();
        MigrateProcessInstanceCommandFinalStep all =
                command.addMappingInstruction(one.getKey(), one.getValue());
        while (mapped.hasNext()) {
            one = mapped.next();
            all = all.addMappingInstruction(one.getKey(), one.getValue());
        }
        all.operationReference(item.id()).send().join();
    }

    /**
     * Where it stands, and the events that wait there, on its borders and for event subprocesses:
     * those that are not named would lose their timers, and a message would be awaited twice, which
     * the engine refuses.
     */
    private Map<String, String> mapping(Patient patient, Repair.Migrate migrate) {
        Version from = versions.of(patient.definition());
        Version to = versions.of(migrate.definition());
        Map<String, String> mapping = new TreeMap<>();
        Set<String> places = new HashSet<>(Set.of(from.process()));
        for (Token token : patient.tokens()) {
            mapping.put(token.element(), migrate.target(token.element()));
            places.add(token.element());
        }
        from.waits()
                .forEach(
                        (event, place) -> {
                            if (places.contains(place)
                                    && to.hasSame(from, event, migrate.target(event))) {
                                mapping.put(event, migrate.target(event));
                            }
                        });
        return mapping;
    }

    private void resolve(LeasedItem item, long incident) {
        client.newResolveIncidentCommand(incident).operationReference(item.id()).send().join();
    }

    private List<Long> jobOf(long incident) {
        return jdbc.sql("SELECT job_key FROM engine.incident WHERE key = ? AND job_key IS NOT NULL")
                .param(incident)
                .query(Long.class)
                .list();
    }

    private boolean wasSet(LeasedItem item) {
        return item.attempts() > 1
                && jdbc.sql(
                                """
                                SELECT EXISTS (SELECT FROM engine.variable_change
                                    WHERE process_instance_key = ? AND operation_reference = ?)
                                """)
                        .params(item.instance(), item.id())
                        .query(Boolean.class)
                        .single();
    }

    /** Whether the engine carried out an earlier try whose answer was lost. */
    boolean wasDone(LeasedItem item) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM engine.operation
                            WHERE reference = ? AND process_instance_key = ?)
                        """)
                .params(item.id(), item.instance())
                .query(Boolean.class)
                .single();
    }
}
