package io.mallhub.order.internal;

import io.mallhub.customer.LicenceGate.Verdict;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import org.hibernate.annotations.Immutable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Verdicts as the text they are kept in (JSON). */
@Converter
@Immutable // else each check is written and read once more, to see whether it changed
class VerdictsText implements AttributeConverter<List<Verdict>, String> {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Verdict>> VERDICTS = new TypeReference<>() {};

    @Override
    public String convertToDatabaseColumn(List<Verdict> verdicts) {
        return JSON.writeValueAsString(verdicts);
    }

    @Override
    public List<Verdict> convertToEntityAttribute(String text) {
        return JSON.readValue(text, VERDICTS);
    }
}
