package io.mallhub.processes;

import io.mallhub.identity.StaffView;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Process instances as operators see and repair them, read from PostgreSQL. */
public interface Instances {
    /**
     * The total is counted up to {@link Page#MOST_COUNTED}; a long search goes through {@link
     * InstanceSearch}.
     */
    Page<InstanceRow> page(InstanceQuery query, PageRequest page);

    Optional<InstanceView> instance(long key);

    /** Every value each variable had, oldest first, with who brought it. */
    List<VariableChange> history(long key);

    /** Messages that reached the instance, or were meant for its business number; newest first. */
    List<MessageRow> messages(long key);

    /** Newest first: an order or application may have had several. */
    List<InstanceRow> about(String businessNumber);

    /** The diagram of the deployed version. */
    String bpmnXml(long definitionKey);

    /** Raises the retries of the failed job and resolves the incident; audited. */
    void retry(long incidentKey, String reason, StaffView by);

    void cancel(long instanceKey, String reason, StaffView by);

    /**
     * @param json the new value as JSON text
     * @throws RepairRefused if it is none that an operator may write
     */
    void changeVariable(long instanceKey, String name, String json, String reason, StaffView by);

    /** How far the read models are behind the broker, per partition. */
    List<ExporterLag> lag();

    record InstanceQuery(
            @Nullable String process,
            @Nullable State state,
            @Nullable String text,
            boolean incidentsOnly) {}

    enum State {
        ACTIVE,
        COMPLETED,
        CANCELED
    }

    record InstanceRow(
            long key,
            String process,
            int version,
            State state,
            String businessNumber,
            String subject,
            List<String> currentElements,
            int incidents,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    record InstanceView(
            InstanceRow row,
            long definitionKey,
            List<ElementRow> elements,
            List<String> takenFlows,
            List<VariableRow> variables,
            List<IncidentRow> incidents,
            List<JobRow> jobs,
            List<WaitingRow> waiting) {}

    record ElementRow(
            long key,
            String element,
            String type,
            String state,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    record VariableRow(String name, String json, String scopeElement, Instant changedAt) {}

    /**
     * @param who by {@code writer}: name of the staff member, type of the job, assignee of the
     *     task, name of the message; empty for the process itself
     */
    record VariableChange(
            String name, String json, String scopeElement, Instant at, Writer writer, String who) {}

    /** What brought a value, as far as the engine's log says it. */
    enum Writer {
        /** A repair of this hub: the record carries its reference. */
        STAFF,
        /** The command that completed a job brought the value too. */
        JOB,
        TASK,
        MESSAGE,
        /** Its start, a mapping or a decision; or a command from outside the hub. */
        PROCESS
    }

    /**
     * @param element where it arrived; null: nowhere in this instance
     */
    record MessageRow(
            String name,
            String correlationKey,
            boolean expired,
            Instant publishedAt,
            @Nullable Instant keepUntil,
            @Nullable String element,
            @Nullable Instant correlatedAt) {}

    record IncidentRow(
            long key,
            String element,
            String errorType,
            String message,
            Instant at,
            boolean open,
            @Nullable Instant resolvedAt) {}

    record JobRow(
            long key,
            String type,
            String element,
            String state,
            int retries,
            @Nullable String error) {}

    /**
     * @param kind message or timer; {@code what}: message name or due time
     */
    record WaitingRow(String kind, String element, String what, @Nullable Instant due) {}

    /**
     * @param at when the exporter last wrote something new
     * @param behind how old the newest written record was when it was written; while the exporter
     *     gives no sign of life, how long that is
     * @param silent no sign of life for more than {@value #SILENCE_SECONDS} seconds
     */
    record ExporterLag(int partition, long exported, Instant at, Duration behind, boolean silent) {
        public static final int SILENCE_SECONDS = 30;
    }
}
