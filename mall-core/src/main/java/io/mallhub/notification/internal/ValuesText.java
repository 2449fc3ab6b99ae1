package io.mallhub.notification.internal;

import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The values of a notice as kept in its row. */
@Component("noticeValuesText")
class ValuesText {
    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JsonMapper json;

    ValuesText(JsonMapper json) {
        this.json = json;
    }

    String write(Map<String, String> values) {
        return json.writeValueAsString(values);
    }

    Map<String, String> read(String text) {
        return json.readValue(text, VALUES);
    }
}
