package io.mallhub.connectors.definition;

import io.mallhub.connectors.definition.Definition.Protocol;
import io.mallhub.connectors.mapping.TimeFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code auth}. */
final class AuthReader {
    private final OperationReader operations;
    private final FieldMapReader expressions;
    private final Protocol protocol;
    private final ZoneId zone;
    private final Map<String, Object> known;

    /**
     * @param known values that every template may use
     */
    AuthReader(
            OperationReader operations,
            FieldMapReader expressions,
            Protocol protocol,
            ZoneId zone,
            Map<String, Object> known) {
        this.operations = operations;
        this.expressions = expressions;
        this.protocol = protocol;
        this.zone = zone;
        this.known = known;
    }

    Auth read(Yaml yaml) {
        Auth auth =
                switch (yaml.text("kind")) {
                    case "none" -> new Auth.None();
                    case "basic" -> new Auth.Basic();
                    case "bearer" -> new Auth.Bearer();
                    case "api-key" -> new Auth.ApiKey(yaml.text("header"));
                    case "username-token" -> usernameToken(yaml);
                    case "session" -> session(yaml);
                    case "oauth2" -> oauth2(yaml);
                    case "signed" -> signed(yaml);
                    default ->
                            throw yaml.error(
                                    "kind",
                                    "kind is none, basic, bearer, api-key, username-token,"
                                            + " session, oauth2 or signed");
                };
        yaml.done();
        return auth;
    }

    /** Names that templates of every call may use beside the operation's own. */
    static Map<String, Object> sample(Yaml auth) {
        Map<String, Object> sample = new HashMap<>();
        sample.put("session", "token");
        if (auth.optional("kind").filter("signed"::equals).isPresent()) {
            sample.put("signature", "c0ffee");
            sample.put("time", "20260101000000");
            sample.put("nonce", "4711");
            auth.words("secrets").forEach(name -> sample.put(name, "secret"));
        }
        return sample;
    }

    private Auth usernameToken(Yaml yaml) {
        if (!protocol.soap()) {
            throw yaml.error("kind", "username-token is for SOAP");
        }
        return new Auth.UsernameToken(
                yaml.read(
                        "password",
                        "text",
                        p ->
                                switch (p) {
                                    case "text" -> false;
                                    case "digest" -> true;
                                    default ->
                                            throw new IllegalArgumentException("is text or digest");
                                }));
    }

    private Auth session(Yaml yaml) {
        List<String> secrets = yaml.words("secrets");
        Map<String, Object> sample = new HashMap<>();
        secrets.forEach(name -> sample.put(name, "secret"));
        Operation login = operations.read(OperationKind.LOGIN, yaml.map("login"), sample);
        String cookie = yaml.optional("cookie").orElse("");
        if (cookie.isEmpty() == !yaml.has("token")) {
            throw yaml.error("either 'token' or 'cookie' says what the login gives");
        }
        sample.putAll(known);
        String usual = cookie.isEmpty() ? "${session}" : cookie + "=${session}";
        return new Auth.Session(
                login,
                expressions.optionalExpression(yaml, "token"),
                cookie,
                yaml.optional("header").orElse(cookie.isEmpty() ? "" : "Cookie"),
                OperationReader.template(
                        yaml, "value", usual, Escape.HEADER, Map.of("session", "token")),
                OperationReader.templates(yaml, "query", Escape.URL, sample),
                secrets);
    }

    private Auth oauth2(Yaml yaml) {
        if (protocol.soap()) {
            throw yaml.error("kind", "oauth2 is for REST");
        }
        return new Auth.OAuth2(
                yaml.text("url"),
                yaml.optional("scope").orElse(""),
                yaml.read(
                        "credentials",
                        "basic",
                        given ->
                                switch (given) {
                                    case "basic" -> false;
                                    case "form" -> true;
                                    default ->
                                            throw new IllegalArgumentException("is basic or form");
                                }));
    }

    private Auth signed(Yaml yaml) {
        List<String> secrets = new ArrayList<>(yaml.words("secrets"));
        if (!secrets.contains("secret")) {
            secrets.add("secret");
        }
        Map<String, Object> carried = new HashMap<>(known);
        secrets.forEach(name -> carried.put(name, "secret"));
        carried.put("signature", "c0ffee");
        carried.put("time", "20260101000000");
        carried.put("nonce", "4711");
        Map<String, Object> text = new HashMap<>(carried);
        text.remove("signature");
        List.of("method", "path", "pairs", "words", "body", "action")
                .forEach(name -> text.put(name, "x"));
        return new Auth.Signed(
                DefinitionReader.choice(yaml, "algorithm", SignatureAlgorithm.class),
                DefinitionReader.choice(yaml, "encoding", "hex", SignatureAlgorithm.Encoding.class),
                OperationReader.template(yaml, "text", "", Escape.PLAIN, text),
                yaml.read("time", "epoch-millis", pattern -> TimeFormat.of(pattern, zone)),
                OperationReader.templates(yaml, "headers", Escape.HEADER, carried),
                OperationReader.templates(yaml, "query", Escape.URL, carried),
                OperationReader.templates(yaml, "form", Escape.PLAIN, carried),
                secrets);
    }
}
