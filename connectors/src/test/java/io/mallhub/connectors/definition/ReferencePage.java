package io.mallhub.connectors.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The schema of definitions as a page of tables, one for each place where keys stand. */
final class ReferencePage {
    private final JsonNode schema;
    private final StringBuilder page = new StringBuilder();

    ReferencePage(JsonNode schema) {
        this.schema = schema;
    }

    String text() {
        page.append(
                """
                # Reference of connector.yaml

                Written from `connectors/src/main/resources/definitions/connector.schema.json`, which editors can check a definition by; do not edit.
                What the words mean stands in [connector-definitions.md](connector-definitions.md). Bold keys must be there. Values: *text* is one plain
                value, *words* one text or a list of them, *expression* XPath 3.1 or JSONata, *template* a text with `${name}`, *file* a file of the folder.
                """);
        section("connector.yaml", schema);
        JsonNode operations = schema.at("/properties/operations/properties");
        for (String name : List.of("guarantee", "failure", "inside", "limits")) {
            section("`" + name + "`", schema.at("/properties/" + name));
        }
        section("`failure` · `kinds`", schema.at("/$defs/failure-kind"));
        for (Map.Entry<String, JsonNode> kind : defs("auth-").entrySet()) {
            section("`auth` · `kind: " + kind.getKey() + "`", kind.getValue());
        }
        operations(operations);
        section("Calls of `first` and `then`", schema.at("/$defs/call"));
        section("`paging`", schema.at("/$defs/paging"));
        section("`place`", schema.at("/$defs/place"));
        for (Map.Entry<String, JsonNode> map : defs("map-").entrySet()) {
            section("`map` of " + map.getKey(), map.getValue());
        }
        return page.toString();
    }

    private Map<String, JsonNode> defs(String prefix) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        schema.path("$defs")
                .forEachEntry(
                        (name, node) -> {
                            if (name.startsWith(prefix)) {
                                found.put(name.substring(prefix.length()), node);
                            }
                        });
        return found;
    }

    private void operations(JsonNode operations) {
        page.append("\n## `operations`\n\n| operation | | map |\n|---|---|---|\n");
        operations.forEachEntry(
                (name, node) -> {
                    String map =
                            node.at("/properties/map/$ref")
                                    .asString("")
                                    .replace("#/$defs/map-", "");
                    page.append(
                            "| %s | %s | %s |\n"
                                    .formatted(
                                            name.equals("ping") ? "**ping**" : name,
                                            node.path("description").asString(""),
                                            map));
                });
        page.append("\nKeys of each, as far as it has them:\n");
        Map<String, JsonNode> all = new LinkedHashMap<>();
        operations.forEachEntry(
                (name, node) -> node.path("properties").forEachEntry(all::putIfAbsent));
        all.remove("map");
        table(all, List.of());
    }

    private void section(String title, JsonNode node) {
        page.append("\n## ").append(title).append('\n');
        String words = node.path("description").asString("");
        if (!words.isEmpty() && node != schema) {
            page.append('\n').append(words).append('\n');
        }
        Map<String, JsonNode> keys = new LinkedHashMap<>();
        node.path("properties").forEachEntry(keys::put);
        table(keys, node.path("required").valueStream().map(JsonNode::asString).toList());
    }

    private void table(Map<String, JsonNode> keys, List<String> required) {
        page.append("\n| key | value | without it | |\n|---|---|---|---|\n");
        keys.forEach(
                (key, node) ->
                        page.append(
                                "| %s | %s | %s | %s |\n"
                                        .formatted(
                                                required.contains(key) ? "**" + key + "**" : key,
                                                value(node),
                                                node.has("default")
                                                        ? "`"
                                                                + node.path("default").asString()
                                                                + "`"
                                                        : "",
                                                words(node))));
    }

    private String value(JsonNode node) {
        if (node.has("const")) {
            return "`" + node.path("const").asString() + "`";
        }
        JsonNode followed = followed(node);
        if (followed.has("enum")) {
            return followed.path("enum")
                    .valueStream()
                    .map(it -> "`" + it.asString() + "`")
                    .collect(Collectors.joining(", "));
        }
        String name = node.path("$ref").asString("").replaceAll(".*/", "");
        if (List.of("text", "words", "expression", "template", "file").contains(name)) {
            return name;
        }
        if (name.equals("templates")) {
            return "names → templates";
        }
        if (node != followed && !name.isEmpty() && !followed.path("$ref").isMissingNode()) {
            return value(followed);
        }
        return switch (followed.path("type").asString("")) {
            case "integer" -> "whole number";
            case "array" -> "list";
            case "object" -> followed.has("properties") ? "keys" : "names → values";
            default -> followed.has("oneOf") ? "keys" : "";
        };
    }

    private String words(JsonNode node) {
        String own = node.path("description").asString("");
        return (own.isEmpty()
                                && List.of("expression", "text", "template", "file").stream()
                                        .noneMatch(
                                                it ->
                                                        node.path("$ref")
                                                                .asString("")
                                                                .endsWith("/" + it))
                        ? followed(node).path("description").asString("")
                        : own)
                .replace("|", "\\|");
    }

    private JsonNode followed(JsonNode node) {
        return node.has("$ref") ? schema.at(node.path("$ref").asString().substring(1)) : node;
    }
}
