package io.mallhub.order.internal;

import io.mallhub.customer.LicenceGate.Verdict;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Verdicts as the text they are kept in (JSON). */
final class VerdictsText {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Verdict>> VERDICTS = new TypeReference<>() {};

    private VerdictsText() {}

    static String of(List<Verdict> verdicts) {
        return JSON.writeValueAsString(verdicts);
    }

    static List<Verdict> read(String text) {
        return JSON.readValue(text, VERDICTS);
    }
}
