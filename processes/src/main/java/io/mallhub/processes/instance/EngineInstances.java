package io.mallhub.processes.instance;

import io.mallhub.identity.StaffView;
import io.mallhub.processes.Instances;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

@Component
class EngineInstances implements Instances {
    private final InstanceQueries queries;
    private final InstanceDetails details;
    private final InstanceRepairs repairs;
    private final JsonMapper json;

    EngineInstances(
            InstanceQueries queries,
            InstanceDetails details,
            InstanceRepairs repairs,
            JsonMapper json) {
        this.queries = queries;
        this.details = details;
        this.repairs = repairs;
        this.json = json;
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
    public void retry(long incidentKey, String reason, StaffView by) {
        repairs.retry(incidentKey, reason, by);
    }

    @Override
    public void cancel(long instanceKey, String reason, StaffView by) {
        repairs.cancel(instanceKey, reason, by);
    }

    /**
     * @throws IllegalArgumentException if the new value is no JSON
     */
    @Override
    public void changeVariable(
            long instanceKey, String name, String value, String reason, StaffView by) {
        try {
            String plain = json.writeValueAsString(json.readTree(value));
            repairs.changeVariable(instanceKey, name, plain, reason, by);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(name + " needs a JSON value", e);
        }
    }

    @Override
    public List<ExporterLag> lag() {
        return queries.lag();
    }
}
