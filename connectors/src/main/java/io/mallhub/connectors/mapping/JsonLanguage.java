package io.mallhub.connectors.mapping;

import static java.util.stream.Collectors.joining;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON replies and JSONata. A map of fields becomes one object expression: several times faster
 * than one expression a field. {@code $reply} is the whole reply, seen from a record.
 */
public final class JsonLanguage implements ReplyLanguage {
    /** A name and a value for each of as many fields as XML may have elements. */
    private static final long MOST_TOKENS = 2L * SafeXml.MOST_ELEMENTS;

    private final JsonMapper json;
    private final ValueFormats formats;
    private final Conversions conversions;

    public JsonLanguage(ValueFormats formats, Conversions conversions, int depth) {
        this.formats = formats;
        this.conversions = conversions;
        json =
                JsonMapper.builder(
                                JsonFactory.builder()
                                        .streamReadConstraints(
                                                StreamReadConstraints.builder()
                                                        .maxNestingDepth(depth)
                                                        .maxTokenCount(MOST_TOKENS)
                                                        .build())
                                        .build())
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                        .build();
    }

    @Override
    public void check(String expression) {
        compile(expression);
    }

    @Override
    public void check(FieldMap map) {
        for (FieldMap.Field field : map.fields()) {
            switch (field) {
                case FieldMap.Field.Value value -> compile(value.expression());
                case FieldMap.Field.Each each -> {
                    compile(each.each());
                    check(each.map());
                }
            }
        }
        compile(object(map));
    }

    private Jsonata compile(String expression) {
        Forbidden.in(expression);
        try {
            Jsonata compiled = Jsonata.jsonata(expression);
            compiled.registerFunction("json", Jsonata.function("json", this::inString, null));
            for (Conversions.Function f : conversions.functions()) {
                compiled.registerFunction(f.name(), JsonataFunction.of(f));
            }
            return compiled;
        } catch (JException e) {
            throw new IllegalArgumentException(
                    "'%s' is no JSONata: %s".formatted(expression, e.getMessage()), e);
        }
    }

    /** JSON that stands in a string, as a value; nothing for nothing. */
    private @Nullable Object inString(List<?> given) {
        Object text = given.isEmpty() ? null : given.getFirst();
        if (text == null || text == Jsonata.NULL_VALUE || text.toString().isBlank()) {
            return null;
        }
        try {
            return json.readValue(text.toString(), Object.class);
        } catch (JacksonException e) {
            return new Unreadable("no JSON in the string: " + e.getOriginalMessage());
        }
    }

    private static String object(FieldMap map) {
        return map.fields().stream()
                .map(
                        field ->
                                switch (field) {
                                    case FieldMap.Field.Value v ->
                                            "\"%s\": (%s)".formatted(v.name(), v.expression());
                                    case FieldMap.Field.Each e ->
                                            "\"%s\": [(%s).%s]"
                                                    .formatted(e.name(), e.each(), object(e.map()));
                                })
                .collect(joining(", ", "{", "}"));
    }

    @Override
    public Document parse(String text) {
        try {
            return new Page(json.readValue(text, Object.class));
        } catch (JacksonException e) {
            throw new UnreadableReply("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** One reply; expressions are compiled once for all its records. */
    private final class Page implements Document {
        private final @Nullable Object root;
        private final Map<String, Jsonata> compiled = new HashMap<>();
        private final Map<FieldMap, String> objects = new IdentityHashMap<>();

        Page(@Nullable Object root) {
            this.root = root;
        }

        @Nullable Object evaluate(String expression, @Nullable Object context) {
            Jsonata jsonata =
                    compiled.computeIfAbsent(
                            expression,
                            e -> {
                                Jsonata fresh = compile(e);
                                fresh.assign("reply", root);
                                fresh.setValidateInput(false);
                                return fresh;
                            });
            return jsonata.evaluate(context);
        }

        private @Nullable Object evaluate(String expression) {
            try {
                return evaluate(expression, root);
            } catch (JException e) {
                throw new UnreadableReply(
                        "'%s' fails on the reply: %s".formatted(expression, e.getMessage()), e);
            }
        }

        @Override
        public boolean holds(String expression) {
            Object value = evaluate(expression);
            return value != null && !Boolean.FALSE.equals(value);
        }

        @Override
        public @Nullable String text(String expression) {
            Object value = evaluate(expression);
            return value == null ? null : value.toString();
        }

        @Override
        public List<Record> records(String expression) {
            Object value = evaluate(expression);
            List<?> all =
                    switch (value) {
                        case null -> List.of();
                        case List<?> list -> list;
                        default -> List.of(value);
                    };
            List<Record> records = new ArrayList<>(all.size());
            all.forEach(item -> records.add(new Item(this, item)));
            return records;
        }

        @Override
        public Record whole() {
            return new Item(this, root);
        }
    }

    private final class Item implements Record {
        private final Page page;
        private final @Nullable Object value;

        Item(Page page, @Nullable Object value) {
            this.page = page;
            this.value = value;
        }

        @Override
        public Fields fields(FieldMap map) {
            Object mapped;
            try {
                mapped =
                        page.evaluate(
                                page.objects.computeIfAbsent(map, JsonLanguage::object), value);
            } catch (JException e) {
                // One field failed and took the object with it: ask field by field.
                mapped = fieldByField(map);
            }
            @SuppressWarnings("unchecked")
            Map<String, ?> named = mapped instanceof Map ? (Map<String, ?>) mapped : Map.of();
            return new Fields(named, formats);
        }

        private Map<String, @Nullable Object> fieldByField(FieldMap map) {
            Map<String, @Nullable Object> values = new HashMap<>();
            for (FieldMap.Field field : map.fields()) {
                values.put(field.name(), one(field));
            }
            return values;
        }

        private @Nullable Object one(FieldMap.Field field) {
            try {
                Object mapped = page.evaluate(object(new FieldMap(List.of(field))), value);
                return mapped instanceof Map<?, ?> map ? map.get(field.name()) : null;
            } catch (JException e) {
                return new Unreadable(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public String payload() {
            return json.writeValueAsString(value);
        }
    }
}
