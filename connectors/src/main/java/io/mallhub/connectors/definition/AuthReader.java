package io.mallhub.connectors.definition;

import io.mallhub.connectors.definition.Definition.Protocol;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code auth}. */
final class AuthReader {
    private final OperationReader operations;
    private final FieldMapReader expressions;
    private final Protocol protocol;

    AuthReader(OperationReader operations, FieldMapReader expressions, Protocol protocol) {
        this.operations = operations;
        this.expressions = expressions;
        this.protocol = protocol;
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
                    default ->
                            throw yaml.error(
                                    "kind",
                                    "kind is none, basic, bearer, api-key, username-token or"
                                            + " session");
                };
        yaml.done();
        return auth;
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
        return new Auth.Session(
                login,
                expressions.expression(yaml, "token"),
                yaml.optional("header").orElse(""),
                secrets);
    }
}
