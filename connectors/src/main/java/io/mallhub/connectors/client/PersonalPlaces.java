package io.mallhub.connectors.client;

import io.mallhub.connectors.PersonalMasks;
import io.mallhub.connectors.definition.Call;
import io.mallhub.connectors.definition.Operation;
import io.mallhub.connectors.definition.RequestTemplate;
import io.mallhub.connectors.mapping.FieldMap;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where personal data stands in requests and replies of one operation, as its templates and its map
 * say.
 *
 * @param names of elements, keys and parameters that hold such data
 * @param others names that the map reads into fields of another kind, and into no such one
 * @param map the personal fields of the map alone
 * @param byPlace whether a field is read by its place and by no name: then only reading tells
 */
record PersonalPlaces(Set<String> names, Set<String> others, FieldMap map, boolean byPlace) {
    static final PersonalPlaces NONE =
            new PersonalPlaces(Set.of(), Set.of(), new FieldMap(List.of()), false);

    /** Strings, functions and variables are no names; then a path's step with what follows it. */
    private static final Pattern STEP =
            Pattern.compile(
                    "'[^']*'|\"[^\"]*\"|/[^/\\s]*\\\\[^/]*/|[$][\\w]*|`([^`]+)`"
                            + "|(?<![\\w-])((?:[\\p{L}_][\\p{L}\\p{N}_.-]*:)?[\\p{L}_][\\p{L}\\p{N}_-]*)");

    /** Of an element: what is behind the slash is no other name. */
    private static final Pattern TEXT = Pattern.compile("^\\s*/\\s*(?:text|string)\\(\\s*\\)");

    private static final Set<String> OPERATORS =
            Set.of("and", "or", "in", "div", "mod", "true", "false", "null", "function");
    private static final String MARK = "MHPERSONALMH";

    static PersonalPlaces of(Operation operation) {
        Set<String> names = new HashSet<>();
        Set<String> others = new HashSet<>();
        boolean byPlace = read(operation.map(), names, others);
        Stream.of(operation.first(), List.of(operation.call()), operation.then())
                .flatMap(List::stream)
                .forEach(call -> sent(call, operation, names));
        others.removeAll(names);
        return new PersonalPlaces(
                Set.copyOf(names), Set.copyOf(others), personal(operation.map()), byPlace);
    }

    private static boolean read(FieldMap map, Set<String> names, Set<String> others) {
        boolean byPlace = false;
        for (FieldMap.Field field : map.fields()) {
            switch (field) {
                case FieldMap.Field.Value value -> {
                    boolean personal = PersonalMasks.isPersonal(value.name());
                    Set<String> found = lastSteps(value.expression());
                    (personal ? names : others).addAll(found);
                    byPlace |= personal && found.isEmpty();
                }
                case FieldMap.Field.Each each -> byPlace |= read(each.map(), names, others);
            }
        }
        return byPlace;
    }

    /** Names that a value is taken from; those of what is around it are none of its own. */
    static Set<String> lastSteps(String expression) {
        Set<String> steps = new HashSet<>();
        Matcher step = STEP.matcher(expression);
        while (step.find()) {
            String name = step.group(1) == null ? step.group(2) : step.group(1);
            if (name == null || OPERATORS.contains(name)) {
                continue;
            }
            String after = TEXT.matcher(expression.substring(step.end())).replaceFirst("").strip();
            boolean around = after.startsWith(".") || after.startsWith("/");
            boolean called = after.startsWith("(") || after.startsWith("::");
            boolean counted = after.matches("(?s)\\[\\s*\\d+\\s*].*");
            if (!around && !called && !counted) {
                steps.add(name.substring(name.indexOf(':') + 1));
            }
        }
        return steps;
    }

    private static FieldMap personal(FieldMap map) {
        List<FieldMap.Field> fields = new ArrayList<>();
        for (FieldMap.Field field : map.fields()) {
            switch (field) {
                case FieldMap.Field.Value value -> {
                    if (PersonalMasks.isPersonal(value.name())) {
                        fields.add(value);
                    }
                }
                case FieldMap.Field.Each each -> {
                    FieldMap inner = personal(each.map());
                    if (!inner.fields().isEmpty()) {
                        fields.add(new FieldMap.Field.Each(each.name(), each.each(), inner));
                    }
                }
            }
        }
        return new FieldMap(fields);
    }

    /** Finds the names under which a request carries such variables: by writing it once. */
    private static void sent(Call call, Operation operation, Set<String> names) {
        Map<String, Object> values = marked(operation.kind().sample());
        call.query().forEach((name, value) -> parameter(name, value, values, names));
        if (call.body() instanceof Call.Body.Form form) {
            form.fields().forEach((name, value) -> parameter(name, value, values, names));
        } else if (call.body() instanceof Call.Body.Text text) {
            BodyValues.rewritten(
                    text.template().render(values),
                    (around, value) -> {
                        String name = around.peek();
                        if (value.contains(MARK) && name != null) {
                            names.add(name);
                        }
                        return null;
                    });
        }
    }

    private static void parameter(
            String name, RequestTemplate value, Map<String, Object> values, Set<String> names) {
        if (value.render(values).contains(MARK)) {
            names.add(name);
        }
    }

    /** The samples with marks for what is personal, and something for every other name. */
    private static Map<String, Object> marked(Map<String, Object> samples) {
        Map<String, Object> marked = new HashMap<>(samples);
        marked.replaceAll(
                (name, sample) ->
                        PersonalMasks.isPersonal(name) && sample instanceof String ? MARK : sample);
        return new Anything(marked);
    }

    /** Settings and what earlier calls keep have names of their own: all are there. */
    private static final class Anything extends AbstractMap<String, Object> {
        private final Map<String, Object> known;

        Anything(Map<String, Object> known) {
            this.known = known;
        }

        @Override
        public Object get(@Nullable Object name) {
            Object value = known.get(name);
            return value == null ? "1" : value;
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return true;
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return known.entrySet();
        }
    }
}
