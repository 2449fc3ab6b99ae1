package io.mallhub.console.operations;

import io.mallhub.console.tasks.ElementNames;
import io.mallhub.processes.HeatMaps.Heat;
import io.mallhub.processes.Instances.ElementRow;
import io.mallhub.processes.Instances.IncidentRow;
import io.mallhub.processes.Instances.InstanceView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the diagram shows of an instance, as JSON for the page: {@code picture} in templates. */
@Component
public class Diagrams {
    /** Elements that only hold others. */
    private static final Set<String> SCOPES = Set.of("PROCESS", "SUB_PROCESS", "EVENT_SUB_PROCESS");

    private final JsonMapper json;
    private final ElementNames names;
    private final Durations times;

    Diagrams(JsonMapper json, ElementNames names, Durations times) {
        this.times = times;
        this.json = json;
        this.names = names;
    }

    public String json(InstanceView instance) {
        return json.writeValueAsString(picture(instance));
    }

    /** Of a whole version: tokens, incidents and durations by element. */
    String heat(List<Heat> elements) {
        return json.writeValueAsString(
                new HeatPicture(
                        counts(elements, Heat::tokens),
                        counts(elements, Heat::incidents),
                        elements.stream()
                                .filter(one -> one.left() > 0)
                                .collect(Collectors.toMap(Heat::element, this::durations)),
                        names.translated()));
    }

    private String durations(Heat one) {
        return times.brief(one.median()) + " · " + times.brief(one.p95());
    }

    private static Map<String, Long> counts(List<Heat> elements, ToLongFunction<Heat> count) {
        return elements.stream()
                .filter(one -> count.applyAsLong(one) > 0)
                .collect(Collectors.toMap(Heat::element, count::applyAsLong));
    }

    /**
     * @param durations median and 95th percentile by element
     */
    private record HeatPicture(
            Map<String, Long> active,
            Map<String, Long> incidents,
            Map<String, String> durations,
            Map<String, String> names) {}

    private Picture picture(InstanceView instance) {
        return new Picture(
                instance.elements().stream()
                        .filter(element -> element.endedAt() == null)
                        .filter(element -> !SCOPES.contains(element.type()))
                        .collect(Collectors.groupingBy(ElementRow::element, Collectors.counting())),
                instance.incidents().stream()
                        .filter(IncidentRow::open)
                        .collect(
                                Collectors.groupingBy(IncidentRow::element, Collectors.counting())),
                instance.elements().stream()
                        .filter(element -> element.endedAt() != null)
                        .map(ElementRow::element)
                        .distinct()
                        .toList(),
                instance.takenFlows(),
                names.translated());
    }

    /**
     * @param active tokens by element
     * @param done elements that were left
     * @param names by id, where they differ from those in the diagram
     */
    private record Picture(
            Map<String, Long> active,
            Map<String, Long> incidents,
            List<String> done,
            List<String> taken,
            Map<String, String> names) {}
}
