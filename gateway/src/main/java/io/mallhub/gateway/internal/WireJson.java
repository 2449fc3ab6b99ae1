package io.mallhub.gateway.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mallhub.gateway.wiretime.WireTime;
import java.time.DateTimeException;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The records of the contract as JSON: same names, same meaning, nothing unknown. */
@Component
public class WireJson {
    private final JsonMapper json;

    WireJson(GatewaySettings settings) {
        json =
                JsonMapper.builder(
                                JsonFactory.builder()
                                        .streamReadConstraints(
                                                StreamReadConstraints.builder()
                                                        .maxNestingDepth(settings.depth())
                                                        .maxNumberLength(40)
                                                        .build())
                                        .build())
                        .enable(MapperFeature.USE_GETTERS_AS_SETTERS)
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                        .changeDefaultPropertyInclusion(
                                it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
                        .addModule(
                                new SimpleModule()
                                        .addDeserializer(Instant.class, new MallInstant()))
                        .build();
    }

    public String write(Object record) {
        return json.writeValueAsString(record);
    }

    /**
     * @throws JacksonException when it is no JSON, or too deep
     */
    public JsonNode tree(String text) {
        return json.readTree(text);
    }

    /**
     * @throws RecordRefused in words, when the record is not one of the contract
     */
    public <W> W read(JsonNode record, Class<W> type) {
        if (!record.isObject()) {
            throw new RecordRefused("record.no-object", "");
        }
        try {
            return json.treeToValue(record, type);
        } catch (JacksonException e) {
            String path =
                    e.getPath().stream()
                            .map(it -> it.getPropertyName())
                            .filter(it -> it != null)
                            .reduce((a, b) -> a + "." + b)
                            .orElse("");
            throw new RecordRefused("field.unreadable", path);
        }
    }

    private static final class MallInstant extends StdDeserializer<Instant> {
        MallInstant() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) {
            String text = parser.getValueAsString("");
            try {
                return WireTime.instant(text);
            } catch (DateTimeException e) {
                return (Instant) context.handleWeirdStringValue(Instant.class, text, "not a time");
            }
        }
    }
}
