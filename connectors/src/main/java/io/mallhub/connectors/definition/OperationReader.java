package io.mallhub.connectors.definition;

import io.mallhub.connectors.definition.Definition.Format;
import io.mallhub.connectors.definition.Definition.Protocol;
import io.mallhub.connectors.definition.OperationKind.Use;
import io.mallhub.connectors.mapping.FieldMap;
import io.mallhub.connectors.mapping.Shape;
import java.time.Period;
import java.util.ArrayList;
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
    private final Map<String, Object> known;

    /**
     * @param format of request files
     * @param known values that every template may use
     */
    OperationReader(
            DefinitionFiles files,
            Protocol protocol,
            Format format,
            FieldMapReader maps,
            Map<String, Object> known) {
        this.files = files;
        this.protocol = protocol;
        this.format = format;
        this.maps = maps;
        this.known = known;
    }

    Operation read(OperationKind kind, Yaml yaml, Map<String, Object> variables) {
        Map<String, Object> sample = new HashMap<>(known);
        sample.putAll(variables);
        List<Call> first = calls(kind, yaml, "first", sample);
        Call call = call(kind, yaml, sample);
        boolean whole = whole(kind, yaml);
        FieldMap map =
                kind.shape() == Shape.NOTHING
                        ? new FieldMap(List.of())
                        : maps.read(yaml.map("map"), kind.shape());
        if (kind == OperationKind.LIST_STOCK && map.has("asOf") == whole) {
            throw whole
                    ? yaml.error(
                            "whole",
                            "the figures of a whole list are of the moment it is read: asOf is not mapped")
                    : yaml.error("map", "asOf is not mapped: the moment of the figures");
        }
        sample.put("code", "1");
        List<Call> then = calls(kind, yaml, "then", sample);
        if (!then.isEmpty() && kind != OperationKind.CREATE_ORDER) {
            throw yaml.error("then", "only create-order goes on with further calls");
        }
        Operation operation =
                new Operation(
                        kind,
                        call,
                        first,
                        then,
                        kind == OperationKind.CREATE_ORDER
                                ? DefinitionReader.choice(
                                        yaml, "draft", "resume", Operation.Draft.class)
                                : Operation.Draft.RESUME,
                        records(kind, yaml),
                        maps.optionalExpression(yaml, "more"),
                        map,
                        place(kind, yaml, map, whole),
                        paging(kind, yaml),
                        whole);
        yaml.done();
        if (whole && operation.paging().kind() == Paging.Kind.KEYSET) {
            throw yaml.error("whole", "a keyset goes on from where it is: it is never whole");
        }
        return operation;
    }

    private static boolean whole(OperationKind kind, Yaml yaml) {
        return kind == OperationKind.LIST_STOCK
                && yaml.read("whole", "false", OperationReader::isTrue);
    }

    private static boolean isTrue(String given) {
        return switch (given) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is true or false");
        };
    }

    /** What each keeps is known to those after it. */
    private List<Call> calls(
            OperationKind kind, Yaml yaml, String key, Map<String, Object> sample) {
        List<Call> calls = new ArrayList<>();
        for (Yaml each : yaml.list(key)) {
            Call call = call(kind, each, sample);
            each.done();
            call.keep().keySet().forEach(name -> sample.put(name, "1"));
            call.keepHeaders().keySet().forEach(name -> sample.put(name, "1"));
            calls.add(call);
        }
        return calls;
    }

    private Call call(OperationKind kind, Yaml yaml, Map<String, Object> sample) {
        Call.@Nullable Body body = body(kind, yaml, sample);
        return new Call(
                yaml.optional("method").orElse(body == null ? "GET" : "POST"),
                template(yaml, "path", "", Escape.URL, sample),
                templates(yaml, "query", Escape.URL, sample),
                templates(yaml, "headers", Escape.HEADER, sample),
                yaml.optional("action").orElse(""),
                yaml.read("quotes", "plain", OperationReader::quotesDoubled),
                body,
                expressions(yaml),
                yaml.texts("keep-headers"));
    }

    private static boolean quotesDoubled(String given) {
        return switch (given) {
            case "plain" -> false;
            case "doubled" -> true;
            default -> throw new IllegalArgumentException("is plain or doubled");
        };
    }

    private Map<String, String> expressions(Yaml yaml) {
        Map<String, String> keep = new LinkedHashMap<>();
        yaml.optionalMap("keep")
                .ifPresent(
                        map -> {
                            for (String name : map.keys()) {
                                keep.put(name, maps.expression(map, name));
                            }
                        });
        return keep;
    }

    private String records(OperationKind kind, Yaml yaml) {
        return kind.use() == Use.LIST || kind.use() == Use.FIND
                ? maps.expression(yaml, "records")
                : maps.optionalExpression(yaml, "records");
    }

    /** Unless said otherwise a record stands at its {@code changedAt} and {@code code}. */
    private FieldMap place(OperationKind kind, Yaml yaml, FieldMap map, boolean whole) {
        if (kind.use() != Use.LIST) {
            return new FieldMap(List.of());
        }
        if (whole) {
            return new FieldMap(
                    map.fields().stream()
                            .filter(FieldMap.Field.Value.class::isInstance)
                            .map(FieldMap.Field.Value.class::cast)
                            .filter(field -> field.name().equals("productCode"))
                            .<FieldMap.Field>map(
                                    field -> new FieldMap.Field.Value("key", field.expression()))
                            .toList());
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

    private Paging paging(OperationKind kind, Yaml yaml) {
        if (kind.use() != Use.LIST) {
            return new Paging(Paging.Kind.NONE, Integer.MAX_VALUE, 1, "", Period.ZERO);
        }
        Yaml paging = yaml.map("paging");
        Paging.Kind walk = DefinitionReader.choice(paging, "kind", Paging.Kind.class);
        if (walk == Paging.Kind.KEYSET && paging.has("back-days")) {
            throw paging.error("back-days", "a keyset goes on from where it is");
        }
        Paging read =
                new Paging(
                        walk,
                        paging.read("largest", "" + USUAL_LARGEST, Integer::parseInt),
                        paging.read("first", "1", Integer::parseInt),
                        walk.asksForNext() ? maps.expression(paging, "next") : "",
                        Period.ofDays(paging.read("back-days", "0", Integer::parseInt)));
        paging.done();
        return read;
    }

    private Call.@Nullable Body body(OperationKind kind, Yaml yaml, Map<String, Object> sample) {
        if (yaml.has("form")) {
            if (protocol.soap()) {
                throw yaml.error("form", "a form is for REST");
            }
            return new Call.Body.Form(templates(yaml, "form", Escape.PLAIN, sample));
        }
        if (!yaml.has("request")) {
            if (protocol.soap()) {
                throw yaml.error("'request' is missing");
            }
            return null;
        }
        String path = yaml.text("request");
        String text = yaml.read("request", files::read);
        RequestTrial trial = new RequestTrial(files.name(path), format, protocol.soap());
        RequestTemplate template = trial.compile(text);
        trial.render(template, sample);
        if (kind.use() == Use.LIST) {
            Map<String, Object> fromStart = new HashMap<>(sample);
            fromStart.put("since", "");
            fromStart.put("after", "");
            fromStart.put("next", "");
            trial.render(template, fromStart);
        }
        return new Call.Body.Text(template);
    }

    static Map<String, RequestTemplate> templates(
            Yaml yaml, String key, Escape escape, Map<String, Object> sample) {
        Map<String, RequestTemplate> all = new LinkedHashMap<>();
        yaml.optionalMap(key)
                .ifPresent(
                        map -> {
                            for (String name : map.keys()) {
                                all.put(name, template(map, name, "", escape, sample));
                            }
                        });
        return all;
    }

    static RequestTemplate template(
            Yaml yaml, String key, String otherwise, Escape escape, Map<String, Object> sample) {
        return yaml.read(
                key,
                otherwise,
                text -> {
                    try {
                        RequestTemplate template = RequestTemplate.of(text, escape);
                        template.render(sample);
                        return template;
                    } catch (RequestTemplate.Invalid e) {
                        throw new IllegalArgumentException(e.getMessage(), e);
                    }
                });
    }
}
