package io.mallhub.connectors.definition;

import io.mallhub.connectors.definition.Definition.Format;
import io.mallhub.connectors.definition.Definition.Protocol;
import io.mallhub.connectors.definition.OperationKind.Use;
import io.mallhub.connectors.mapping.FieldMap;
import io.mallhub.connectors.mapping.Shape;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code operations} and tries its templates with sample values. */
final class OperationReader {
    private static final int USUAL_LARGEST = 1000;

    private final DefinitionFiles files;
    private final Protocol protocol;
    private final Format format;
    private final FieldMapReader maps;

    OperationReader(DefinitionFiles files, Protocol protocol, Format format, FieldMapReader maps) {
        this.files = files;
        this.protocol = protocol;
        this.format = format;
        this.maps = maps;
    }

    Operation read(OperationKind kind, Yaml yaml, Map<String, Object> variables) {
        Map<String, Object> sample = new HashMap<>(variables);
        sample.put("session", "token");
        RequestTemplate request = request(kind, yaml, sample);
        FieldMap map =
                kind.shape() == Shape.NOTHING
                        ? new FieldMap(List.of())
                        : maps.read(yaml.map("map"), kind.shape());
        Operation operation =
                new Operation(
                        kind,
                        yaml.optional("method").orElse(request == null ? "GET" : "POST"),
                        url(yaml, "path", sample),
                        query(yaml, sample),
                        yaml.optional("action").orElse(""),
                        request,
                        records(kind, yaml),
                        maps.optionalExpression(yaml, "more"),
                        map,
                        place(kind, yaml, map),
                        paging(kind, yaml));
        yaml.done();
        return operation;
    }

    private String records(OperationKind kind, Yaml yaml) {
        return kind.use() == Use.LIST || kind.use() == Use.FIND
                ? maps.expression(yaml, "records")
                : maps.optionalExpression(yaml, "records");
    }

    /** Unless said otherwise a record stands at its {@code changedAt} and {@code code}. */
    private FieldMap place(OperationKind kind, Yaml yaml, FieldMap map) {
        if (kind.use() != Use.LIST) {
            return new FieldMap(List.of());
        }
        if (yaml.has("place")) {
            return maps.read(yaml.map("place"), Shape.PLACE);
        }
        Map<String, String> found = new HashMap<>();
        for (FieldMap.Field field : map.fields()) {
            if (field instanceof FieldMap.Field.Value(String name, String expression)) {
                found.put(name, expression);
            }
        }
        String changedAt = found.get("changedAt");
        String key = found.get("code");
        if (changedAt == null || key == null) {
            throw yaml.error("'place' is missing: map changedAt and key of a record");
        }
        return new FieldMap(
                List.of(
                        new FieldMap.Field.Value("changedAt", changedAt),
                        new FieldMap.Field.Value("key", key)));
    }

    private static Paging paging(OperationKind kind, Yaml yaml) {
        if (kind.use() != Use.LIST) {
            return new Paging(Paging.Kind.NONE, Integer.MAX_VALUE, 1);
        }
        Yaml paging = yaml.map("paging");
        Paging read =
                new Paging(
                        DefinitionReader.choice(paging, "kind", Paging.Kind.class),
                        paging.read("largest", "" + USUAL_LARGEST, Integer::parseInt),
                        paging.read("first", "1", Integer::parseInt));
        paging.done();
        return read;
    }

    private @Nullable RequestTemplate request(
            OperationKind kind, Yaml yaml, Map<String, Object> sample) {
        if (!yaml.has("request")) {
            if (protocol.soap()) {
                throw yaml.error("'request' is missing");
            }
            return null;
        }
        String path = yaml.text("request");
        String text = yaml.read("request", files::read);
        RequestTrial trial = new RequestTrial(files.name(path), format);
        RequestTemplate template = trial.compile(text);
        trial.render(template, sample);
        if (kind.use() == Use.LIST) {
            Map<String, Object> fromStart = new HashMap<>(sample);
            fromStart.put("since", "");
            fromStart.put("after", "");
            trial.render(template, fromStart);
        }
        return template;
    }

    private Map<String, RequestTemplate> query(Yaml yaml, Map<String, Object> sample) {
        Map<String, RequestTemplate> query = new LinkedHashMap<>();
        yaml.optionalMap("query")
                .ifPresent(
                        map -> {
                            for (String name : map.keys()) {
                                query.put(name, url(map, name, sample));
                            }
                        });
        return query;
    }

    private static RequestTemplate url(Yaml yaml, String key, Map<String, Object> sample) {
        return yaml.read(
                key,
                "",
                text -> {
                    try {
                        RequestTemplate template = RequestTemplate.of(text, Escape.URL);
                        template.render(sample);
                        return template;
                    } catch (RequestTemplate.Invalid e) {
                        throw new IllegalArgumentException(e.getMessage(), e);
                    }
                });
    }
}
