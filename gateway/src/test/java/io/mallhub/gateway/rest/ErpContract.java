package io.mallhub.gateway.rest;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published document, and what it says of requests and answers. */
record ErpContract(JsonNode document) {
    private static final JsonMapper JSON = new JsonMapper();

    static ErpContract of(String yaml) {
        Map<String, Object> tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return new ErpContract(JSON.valueToTree(tree));
    }

    JsonNode paths() {
        return document.path("paths");
    }

    JsonNode schema(String name) {
        return document.path("components").path("schemas").path(name);
    }

    /** The body a client would send, from the example of the operation. */
    JsonNode example(String path) {
        return request(path).path("example");
    }

    List<Error> wrongInRequest(String path, String body) {
        return errors(request(path).path("schema"), body);
    }

    List<Error> wrongInAnswer(String path, int status, String type, String body) {
        JsonNode response =
                followed(
                        paths().path(path)
                                .path("post")
                                .path("responses")
                                .path(String.valueOf(status)));
        JsonNode schema = response.path("content").path(type).path("schema");
        if (schema.isMissingNode()) {
            throw new AssertionError(path + " " + status + " " + type + " is not described");
        }
        return errors(schema, body);
    }

    private JsonNode request(String path) {
        JsonNode content = paths().path(path).path("post").path("requestBody").path("content");
        return content.valueStream().findFirst().orElseThrow();
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
