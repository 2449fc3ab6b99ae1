package io.mallhub.connectors.mapping;

import com.dashjoin.jsonata.Jsonata;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversion as JSONata sees it. */
final class JsonataFunction {
    private JsonataFunction() {}

    static Jsonata.JFunction of(Conversions.Function function) {
        Jsonata.FnVarArgs<@Nullable Object> body = given -> call(function, given);
        return Jsonata.function(function.name(), body, null);
    }

    private static @Nullable Object call(Conversions.Function function, List<?> given) {
        try {
            List<@Nullable String> texts = new ArrayList<>();
            for (int i = 0; i < function.arguments(); i++) {
                texts.add(i < given.size() ? text(given.get(i)) : null);
            }
            return function.apply(texts);
        } catch (IllegalArgumentException e) {
            return new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Double d -> BigDecimal.valueOf(d).toPlainString();
            case BigDecimal d -> d.toPlainString();
            default -> value == Jsonata.NULL_VALUE ? null : value.toString();
        };
    }
}
