package io.mallhub.processes.search;

import io.mallhub.processes.InstanceSearch.VariableCondition;
import io.mallhub.processes.sql.Conditions;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Conditions on a variable's present value. */
final class VariableSql {
    private static final JsonMapper JSON = JsonMapper.shared();

    private VariableSql() {}

    static Members members(VariableCondition condition) {
        Conditions found = conditions(condition, true);
        Conditions asked = conditions(condition, false);
        return switch (condition) {
            case VariableCondition.Is _ -> Members.of("variable", found, asked);
            case VariableCondition.Contains _ -> Members.ofTexts("variable", found, asked);
            case VariableCondition.Between _ ->
                    Members.ofNumbers("variable", found, asked, "name, engine.number(value)");
        };
    }

    private static Conditions conditions(VariableCondition condition, boolean indexed) {
        Conditions inside = new Conditions().and("name = :name", "name", condition.name());
        switch (condition) {
            case VariableCondition.Is is -> {
                inside.with("values", meanings(is.value()));
                inside.with(
                        "starts", meanings(is.value()).stream().map(VariableSql::start).toList());
                inside.and(
                        indexed
                                ? "left(value, 100) IN (:starts) AND value IN (:values)"
                                : "value IN (:values)");
            }
            case VariableCondition.Contains contains -> {
                inside.and("left(value, 1) = '\"' AND length(value) <= 80");
                CriteriaSql.part(inside, "value", "part", contains.part(), indexed);
            }
            case VariableCondition.Between between ->
                    inside.and("engine.number(value) IS NOT NULL")
                            .and("engine.number(value) >= :least", "least", between.from())
                            .and("engine.number(value) <= :most", "most", between.to());
        }
        return inside;
    }

    /** As typed where that is JSON, and as a text. */
    private static List<String> meanings(String typed) {
        String text = JSON.writeValueAsString(typed);
        return Stream.concat(json(typed), Stream.of(text)).distinct().toList();
    }

    /** A text as the engine's variables keep it. */
    static String text(String value) {
        return JSON.writeValueAsString(value);
    }

    private static Stream<String> json(String typed) {
        try {
            return Stream.of(JSON.writeValueAsString(JSON.readTree(typed)));
        } catch (JacksonException e) {
            return Stream.empty();
        }
    }

    private static String start(String value) {
        return value.substring(0, Math.min(100, value.length()));
    }
}
