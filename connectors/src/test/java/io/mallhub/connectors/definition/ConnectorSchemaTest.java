package io.mallhub.connectors.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import io.mallhub.connectors.UploadedDefinitions;
import io.mallhub.connectors.mapping.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The schema that editors check definitions by says just what the reader says. */
final class ConnectorSchemaTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SHIPPED = Path.of("src/main/resources/definitions");
    private static final Path EXAMPLES = Path.of("../docs/examples");
    private static final Path REFERENCE = Path.of("../docs/connector-reference.md");
    private static final JsonNode SCHEMA = schema();
    private static final Pattern KNOWN = Pattern.compile("unknown key 'zzz'; known: \\[(.*)]");

    /** Every place where keys stand, each marked so that one may be put in. */
    private static final String REST =
            """
            id: acme
            title: Acme
            version: 1
            protocol: rest
            timezone: Asia/Shanghai
            times: iso-offset
            «top»
            auth: {«auth» kind: session, secrets: [p], token: t, login: {«login» path: /l } }
            guarantee: {«guarantee» orders: probeable, customers: neither, stock: on-hand }
            failure: {«failure» when: a, kinds: [ {«kind» code: "1", is: rejected } ] }
            limits: {«limits» calls-per-second: 1 }
            inside: {«inside» envelope: e.json, at: data, format: json }
            operations:
              ping: {«ping» path: /p }
              list-products:
                {«list» path: /g, first: [ {«first» path: /f } ], records: r, paging: {«paging» kind: token, next: n },
                 place: { changedAt: a, key: k }, map: { code: a, vatRate: b, changedAt: c } }
              find-orders: {«find» path: /o, records: r, map: { code: a, state: b, changedAt: c, draft: d } }
              create-order: {«create» path: /o, map: { code: a }, then: [ {«then» path: /t } ] }
              void-order: {«void» path: /o }
            """;

    private static final String SOAP =
            """
            id: acme
            title: Acme
            version: 1
            protocol: soap-1.1
            timezone: Asia/Shanghai
            times: iso-offset
            auth: {«auth» kind: username-token }
            guarantee: { orders: probeable, customers: neither, stock: on-hand }
            operations: { ping: { request: p.xml } }
            """;

    @TempDir private Path folder;

    static List<Path> definitions() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path root : List.of(SHIPPED, EXAMPLES)) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(it -> it.endsWith("connector.yaml")).forEach(all::add);
            }
        }
        assertThat(all).hasSizeGreaterThan(5);
        return all;
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void everyDefinitionShippedOrShownIsOfTheSchema(Path definition) throws IOException {
        assertThat(errors(Files.readString(definition))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "top, ''",
        "auth, /$defs/auth-session",
        "login, /$defs/login",
        "guarantee, /properties/guarantee",
        "failure, /properties/failure",
        "kind, /$defs/failure-kind",
        "limits, /properties/limits",
        "inside, /properties/inside",
        "ping, /properties/operations/properties/ping",
        "list, /properties/operations/properties/list-products",
        "first, /$defs/call",
        "paging, /$defs/paging",
        "find, /properties/operations/properties/find-orders",
        "create, /properties/operations/properties/create-order",
        "then, /$defs/call",
        "void, /properties/operations/properties/void-order"
    })
    void readerAndSchemaKnowTheSameKeys(String place, String pointer) throws IOException {
        String with = REST.replace("«" + place + "»", place.equals("top") ? "zzz: 1" : "zzz: 1, ");

        Set<String> known = known(with);

        assertThat(known).isEqualTo(inSchema(pointer, place));
        assertThat(errors(plain(with))).isNotEmpty();
        assertThat(errors(plain(REST))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none | kind: none",
                "basic | kind: basic",
                "bearer | kind: bearer",
                "api-key | kind: api-key, header: X-Key",
                "oauth2 | kind: oauth2, url: /token",
                "signed | kind: signed, algorithm: md5",
                "username-token | kind: username-token"
            })
    void theyKnowTheSameKeysOfEachWayToShowWhoCalls(String kind, String given) throws IOException {
        String base = kind.equals("username-token") ? SOAP : REST;
        String yaml = base.replaceAll("auth: \\{.*\\}", "auth: { zzz: 1, " + given + " }");

        assertThat(known(yaml)).isEqualTo(inSchema("/$defs/auth-" + kind, "auth"));
    }

    @ParameterizedTest
    @EnumSource(names = "LOGIN", mode = EnumSource.Mode.EXCLUDE)
    void theFieldsOfARecordAreThoseThatAreMapped(OperationKind kind) {
        JsonNode operation = SCHEMA.at("/properties/operations/properties").path(kind.id());

        assertThat(operation.isMissingNode()).as(kind.id()).isFalse();
        if (kind.shape() == Shape.NOTHING) {
            assertThat(operation.path("properties").has("map")).isFalse();
        } else {
            same(kind.shape(), followed(operation.path("properties").path("map")));
        }
    }

    /** {@code -Dupdate-reference=true} writes it. */
    @Test
    void theReferencePageIsWhatTheSchemaSays() throws IOException {
        String page = new ReferencePage(SCHEMA).text();
        if (Boolean.getBoolean("update-reference")) {
            Files.writeString(REFERENCE, page);
        }

        assertThat(Files.readString(REFERENCE))
                .as(
                        "run this test with -Dupdate-reference=true to write docs/connector-reference.md")
                .isEqualTo(page);
    }

    private static void same(Shape shape, JsonNode map) {
        Set<String> all = new TreeSet<>(shape.required());
        all.addAll(shape.optional());
        all.addAll(shape.lists().keySet());
        assertThat(names(map.path("properties"))).isEqualTo(all);
        assertThat(map.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(shape.required());
        shape.lists()
                .forEach(
                        (name, inner) ->
                                same(
                                        inner,
                                        map.path("properties").path(name).at("/properties/map")));
    }

    private static Set<String> inSchema(String pointer, String place) {
        Set<String> keys = names(SCHEMA.at(pointer).path("properties"));
        // Read everywhere to refuse it: only create-order goes on with further calls.
        if (Set.of("ping", "list", "find", "void", "login").contains(place)) {
            keys.add("then");
        }
        return keys;
    }

    private Set<String> known(String yaml) throws IOException {
        Path own = Files.createDirectories(folder.resolve("acme"));
        Files.writeString(own.resolve("connector.yaml"), plain(yaml));
        Files.writeString(own.resolve("e.json"), "{\"data\": \"${content}\"}");
        Files.writeString(own.resolve("p.xml"), "<p/>");
        Throwable refused =
                catchThrowable(() -> DefinitionLibrary.load(folder, UploadedDefinitions.NONE));
        assertThat(refused).isInstanceOf(DefinitionInvalid.class);
        Matcher known = KNOWN.matcher(String.valueOf(refused.getMessage()));
        assertThat(known.find()).as(refused.getMessage()).isTrue();
        return new TreeSet<>(List.of(known.group(1).split(", ")));
    }

    private static String plain(String yaml) {
        return yaml.replaceAll("«\\w+»", "");
    }

    private static List<Error> errors(String yaml) {
        Map<String, Object> tree =
                new org.yaml.snakeyaml.Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SCHEMA)
                .validate(JSON.writeValueAsString(tree), InputFormat.JSON);
    }

    private static Set<String> names(JsonNode properties) {
        return new TreeSet<>(properties.propertyNames());
    }

    private static JsonNode followed(JsonNode node) {
        return node.has("$ref") ? SCHEMA.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static JsonNode schema() {
        return JSON.readTree(SHIPPED.resolve("connector.schema.json").toFile());
    }
}
