package io.mallhub.connectors.definition;

import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping in a YAML file that is read key by key; keys nobody asked for are errors ({@link
 * #done()}), and every error names file and line.
 */
final class Yaml {
    private final String file;
    private final Node node;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Map<String, Node> unread = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    private Yaml(String file, Node node) {
        this.file = file;
        this.node = node;
        if (!(node instanceof MappingNode mapping)) {
            throw error(node, "keys and values are expected here");
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (entries.put(key, tuple.getValueNode()) != null) {
                throw error(tuple.getKeyNode(), "'" + key + "' stands here twice");
            }
            keys.put(key, tuple.getKeyNode());
            unread.put(key, tuple.getKeyNode());
        }
    }

    static Yaml parse(String file, String text) {
        try {
            Node root =
                    new org.yaml.snakeyaml.Yaml(new LoaderOptions())
                            .compose(new StringReader(text));
            if (root == null) {
                throw new DefinitionInvalid(file + ":1", "is empty");
            }
            return new Yaml(file, root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new DefinitionInvalid(file + ":" + line, "no YAML: " + e.getProblem());
        }
    }

    String text(String key) {
        return optional(key).orElseThrow(() -> missing(key));
    }

    Optional<String> optional(String key) {
        return Optional.ofNullable(take(key)).map(this::scalar);
    }

    /** Reads with a function whose {@link IllegalArgumentException} is a fault of this value. */
    <T> T read(String key, String otherwise, Function<String, T> reading) {
        Node value = take(key);
        String text = value == null ? otherwise : scalar(value);
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw error(value == null ? node : value, key + ": " + e.getMessage());
        }
    }

    <T> T read(String key, Function<String, T> reading) {
        if (!has(key)) {
            throw missing(key);
        }
        return read(key, "", reading);
    }

    boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key);
    }

    Yaml map(String key) {
        return optionalMap(key).orElseThrow(() -> missing(key));
    }

    Optional<Yaml> optionalMap(String key) {
        return Optional.ofNullable(take(key)).map(n -> new Yaml(file, n));
    }

    /** All keys with their texts, or an empty map. */
    Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        optionalMap(key).ifPresent(m -> m.entries.forEach((k, v) -> texts.put(k, scalar(v))));
        return texts;
    }

    List<Yaml> list(String key) {
        List<Yaml> all = new ArrayList<>();
        for (Node item : items(key)) {
            all.add(new Yaml(file, item));
        }
        return all;
    }

    /** One text or a list of texts. */
    List<String> words(String key) {
        asked.add(key);
        Node value = entries.get(key);
        if (value instanceof ScalarNode) {
            return List.of(text(key));
        }
        return items(key).stream().map(this::scalar).toList();
    }

    Iterable<String> keys() {
        return entries.keySet();
    }

    /** Refuses what was not read: most likely a typing error. */
    void done() {
        unread.forEach(
                (key, at) -> {
                    throw error(at, "unknown key '" + key + "'; known: " + asked);
                });
    }

    DefinitionInvalid error(String key, String what) {
        Node at = keys.get(key);
        return error(at == null ? node : at, what);
    }

    DefinitionInvalid error(String what) {
        return error(node, what);
    }

    private List<Node> items(String key) {
        Node value = take(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw error(value, "'" + key + "' is expected to be a list");
    }

    private @Nullable Node take(String key) {
        asked.add(key);
        unread.remove(key);
        return entries.get(key);
    }

    private String scalar(Node value) {
        if (value instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw error(value, "one value is expected here");
    }

    private DefinitionInvalid missing(String key) {
        return error(node, "'" + key + "' is missing");
    }

    private DefinitionInvalid error(Node at, String what) {
        return new DefinitionInvalid(file + ":" + line(at), what);
    }

    private static int line(Node at) {
        return at.getStartMark().getLine() + 1;
    }
}
