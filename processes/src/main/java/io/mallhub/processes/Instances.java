package io.mallhub.processes;

import io.mallhub.identity.StaffView;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Process instances as operators see and repair them, read from PostgreSQL. */
public interface Instances {
    Page<InstanceRow> page(InstanceQuery query, PageRequest page);

    Optional<InstanceView> instance(long key);

    /** Newest first: an order or application may have had several. */
    List<InstanceRow> about(String businessNumber);

    /** The diagram of the deployed version. */
    String bpmnXml(long definitionKey);

    /** Raises the retries of the failed job and resolves the incident; audited. */
    void retry(long incidentKey, String reason, StaffView by);

    void cancel(long instanceKey, String reason, StaffView by);

    /**
     * @param json the new value as JSON text
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

    record ExporterLag(int partition, long exported, Instant at) {}
}
