package io.mallhub.connectors.definition;

import io.mallhub.connectors.definition.FailureRules.Kind;
import io.mallhub.connectors.definition.FailureRules.Meaning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code success-when} and {@code failure}. */
final class FailureRulesReader {
    private final FieldMapReader expressions;

    FailureRulesReader(FieldMapReader expressions) {
        this.expressions = expressions;
    }

    FailureRules read(Yaml yaml) {
        String success = expressions.optionalExpression(yaml, "success-when");
        return yaml.optionalMap("failure")
                .map(failure -> read(success, failure))
                .orElseGet(() -> new FailureRules(success, "", "", "", List.of(), Map.of()));
    }

    private FailureRules read(String success, Yaml failure) {
        List<Kind> kinds = failure.list("kinds").stream().map(this::kind).toList();
        Map<Integer, Meaning> statuses = new HashMap<>();
        failure.optionalMap("statuses")
                .ifPresent(
                        map -> {
                            for (String status : map.keys()) {
                                if (!status.matches("[345]\\d\\d")) {
                                    throw map.error(status, "'" + status + "' is no such status");
                                }
                                statuses.put(
                                        Integer.valueOf(status),
                                        DefinitionReader.choice(map, status, Meaning.class));
                            }
                        });
        FailureRules rules =
                new FailureRules(
                        success,
                        expressions.optionalExpression(failure, "when"),
                        expressions.optionalExpression(failure, "code"),
                        expressions.optionalExpression(failure, "words"),
                        kinds,
                        statuses);
        failure.done();
        return rules;
    }

    private Kind kind(Yaml yaml) {
        if (!yaml.has("code") && !yaml.has("words")) {
            throw yaml.error("'code' or 'words' is missing");
        }
        Kind kind =
                new Kind(
                        Set.copyOf(yaml.words("code")),
                        yaml.has("words") ? yaml.read("words", Pattern::compile) : null,
                        DefinitionReader.choice(yaml, "is", Meaning.class));
        yaml.done();
        return kind;
    }
}
