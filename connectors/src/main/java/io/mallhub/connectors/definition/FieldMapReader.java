package io.mallhub.connectors.definition;

import io.mallhub.connectors.mapping.FieldMap;
import io.mallhub.connectors.mapping.ReplyLanguage;
import io.mallhub.connectors.mapping.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads {@code map:} and checks it against the canonical record it fills. */
final class FieldMapReader {
    private final ReplyLanguage language;

    FieldMapReader(ReplyLanguage language) {
        this.language = language;
    }

    FieldMap read(Yaml yaml, Shape shape) {
        List<FieldMap.Field> fields = new ArrayList<>();
        for (String name : yaml.keys()) {
            fields.add(field(yaml, name, shape));
        }
        for (String name : new TreeSet<>(shape.required())) {
            if (!yaml.has(name)) {
                throw yaml.error("'" + name + "' must be mapped");
            }
        }
        yaml.done();
        return new FieldMap(fields);
    }

    private FieldMap.Field field(Yaml yaml, String name, Shape shape) {
        Shape inner = shape.lists().get(name);
        if (inner != null) {
            Yaml list = yaml.map(name);
            FieldMap.Field each =
                    new FieldMap.Field.Each(
                            name, expression(list, "each"), read(list.map("map"), inner));
            list.done();
            return each;
        }
        if (!shape.knows(name)) {
            TreeSet<String> known = new TreeSet<>(shape.required());
            known.addAll(shape.optional());
            known.addAll(shape.lists().keySet());
            throw yaml.error(name, "unknown field '" + name + "'; known: " + known);
        }
        return new FieldMap.Field.Value(name, expression(yaml, name));
    }

    String expression(Yaml yaml, String key) {
        return yaml.read(
                key,
                text -> {
                    language.check(text);
                    return text;
                });
    }

    /** Empty when the key is not there. */
    String optionalExpression(Yaml yaml, String key) {
        return yaml.has(key) ? expression(yaml, key) : "";
    }
}
