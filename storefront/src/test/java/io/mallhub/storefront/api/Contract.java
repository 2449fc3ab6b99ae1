package io.mallhub.storefront.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.mallhub.storefront.fixture.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published document, and what it says of an answer. */
final class Contract {
    private static final JsonMapper JSON = new JsonMapper();
    private final JsonNode document;

    private Contract(JsonNode document) {
        this.document = document;
    }

    static Contract read() {
        try (InputStream file =
                Objects.requireNonNull(
                        Contract.class
                                .getClassLoader()
                                .getResourceAsStream(OpenApiDocument.FILE))) {
            Map<String, Object> tree =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return new Contract(JSON.valueToTree(tree));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode paths() {
        return document.path("paths");
    }

    JsonNode schema(String name) {
        return document.path("components").path("schemas").path(name);
    }

    /** An operation's parameters, references followed. */
    List<JsonNode> parameters(JsonNode operation) {
        return operation.path("parameters").valueStream().map(this::followed).toList();
    }

    /** Holds an answer against the schema that the document gives for its path and status. */
    void holds(String method, String path, Answer answer) {
        JsonNode response =
                followed(
                        paths().path(path)
                                .path(method.toLowerCase(Locale.ROOT))
                                .path("responses")
                                .path(String.valueOf(answer.status())));
        assertThat(response.isMissingNode()).as("described: " + answer).isFalse();
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        String type = answer.header("Content-Type").replaceFirst(";.*", "");
        assertThat(content.propertyNames()).as(answer.toString()).contains(type);
        assertThat(errors(content.path(type).path("schema"), answer.body()))
                .as(answer + " " + answer.body())
                .isEmpty();
    }

    /** A schema with all the document's schemas beside it, where its references look. */
    private List<Error> errors(JsonNode schema, String body) {
        var whole = JSON.createObjectNode();
        whole.set("components", document.path("components"));
        whole.set("allOf", JSON.createArrayNode().add(schema));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole)
                .validate(body, InputFormat.JSON);
    }

    private JsonNode followed(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode() ? node : document.at(reference.asString().substring(1));
    }
}
