package io.mallhub.processes.instance;

import io.mallhub.identity.StaffView;
import io.mallhub.processes.Instances;
import io.mallhub.processes.Repair;
import io.mallhub.processes.RepairRefused;
import io.mallhub.processes.Repairs;
import io.mallhub.processes.sql.Catchup;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

@Component
class EngineInstances implements Instances {
    private final InstanceQueries queries;
    private final InstanceDetails details;
    private final VariableHistory history;
    private final InstanceMessages messages;
    private final Repairs repairs;

    EngineInstances(
            InstanceQueries queries,
            InstanceDetails details,
            VariableHistory history,
            InstanceMessages messages,
            Repairs repairs) {
        this.queries = queries;
        this.details = details;
        this.repairs = repairs;
        this.history = history;
        this.messages = messages;
    }

    @Override
    public Page<InstanceRow> page(InstanceQuery query, PageRequest page) {
        return queries.page(query, page);
    }

    @Override
    public Optional<InstanceView> instance(long key) {
        return queries.row(key)
                .map(
                        row ->
                                new InstanceView(
                                        row,
                                        queries.definitionOf(key),
                                        details.elements(key),
                                        details.takenFlows(key),
                                        details.variables(key),
                                        details.incidents(key),
                                        details.jobs(key),
                                        details.waiting(key)));
    }

    @Override
    public List<InstanceRow> about(String businessNumber) {
        return queries.about(businessNumber);
    }

    @Override
    public String bpmnXml(long definitionKey) {
        return queries.bpmnXml(definitionKey)
                .orElseThrow(
                        () -> new IllegalArgumentException("There is no diagram " + definitionKey));
    }

    @Override
    public List<VariableChange> history(long key) {
        return history.of(key);
    }

    @Override
    public List<MessageRow> messages(long key) {
        return messages.of(key);
    }

    @Override
    public void retry(long incidentKey, String reason, StaffView by) {
        long instance = details.instanceOf(incidentKey);
        done(repairs.repair(instance, new Repair.Retry(incidentKey, null, Map.of()), reason, by));
        Catchup.until(() -> details.isResolved(incidentKey));
    }

    @Override
    public void cancel(long instanceKey, String reason, StaffView by) {
        done(repairs.repair(instanceKey, new Repair.Cancel(), reason, by));
        Catchup.until(
                () ->
                        queries.row(instanceKey)
                                .filter(r -> r.state() == State.CANCELED)
                                .isPresent());
    }

    /**
     * @throws IllegalArgumentException if the new value is no JSON
     */
    @Override
    public void changeVariable(
            long instanceKey, String name, String value, String reason, StaffView by) {
        done(
                repairs.repair(
                        instanceKey, new Repair.ChangeVariables(Map.of(name, value)), reason, by));
    }

    private static void done(Repairs.Item item) {
        if (item.state() == Repairs.ItemState.FAILED) {
            throw new RepairRefused(String.valueOf(item.outcome()));
        }
    }

    @Override
    public List<ExporterLag> lag() {
        return queries.lag();
    }
}
