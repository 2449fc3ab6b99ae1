package io.mallhub.order.internal;

import io.mallhub.order.Explanation;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Explanations as the text they are kept in (JSON); nothing is kept of none. */
@Converter
@Immutable // else each order is written and read once more, to see whether they changed
class ExplanationsText implements AttributeConverter<List<Explanation>, String> {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Explanation>> EXPLANATIONS = new TypeReference<>() {};

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable List<Explanation> explanations) {
        return explanations == null || explanations.isEmpty()
                ? null
                : JSON.writeValueAsString(explanations);
    }

    @Override
    public List<Explanation> convertToEntityAttribute(@Nullable String text) {
        return text == null ? List.of() : JSON.readValue(text, EXPLANATIONS);
    }
}
