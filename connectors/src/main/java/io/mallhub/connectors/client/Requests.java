package io.mallhub.connectors.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.definition.Auth;
import io.mallhub.connectors.definition.Definition;
import io.mallhub.connectors.definition.Operation;
import io.mallhub.connectors.transport.Wire;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Operation and values → request. */
final class Requests {
    private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

    private final Definition definition;
    private final ConnectionSettings settings;

    Requests(Definition definition, ConnectionSettings settings) {
        this.definition = definition;
        this.settings = settings;
    }

    /**
     * @param session token of the session; empty without one
     */
    Wire.Request request(Operation operation, Map<String, ?> values, String session) {
        Map<String, Object> variables = new HashMap<>(values);
        variables.put("session", session);
        return new Wire.Request(
                operation.method(),
                url(operation, variables),
                operation.action(),
                headers(session),
                body(operation, variables),
                settings.timeout());
    }

    private URI url(Operation operation, Map<String, ?> variables) {
        List<String> query = new ArrayList<>();
        operation
                .query()
                .forEach(
                        (name, template) -> {
                            String value = template.render(variables);
                            if (!value.isEmpty()) {
                                query.add(name + "=" + value);
                            }
                        });
        String base = settings.endpoint().toString();
        String path = operation.path().render(variables);
        String joined =
                path.isEmpty()
                        ? base
                        : base.replaceAll("/+$", "") + "/" + path.replaceAll("^/+", "");
        return URI.create(query.isEmpty() ? joined : joined + "?" + String.join("&", query));
    }

    private Map<String, String> headers(String session) {
        Map<String, String> secrets = settings.secrets();
        return switch (definition.auth()) {
            case Auth.Basic b ->
                    Map.of(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString(
                                                    (secrets.get("username")
                                                                    + ":"
                                                                    + secrets.get("password"))
                                                            .getBytes(UTF_8)));
            case Auth.Bearer b -> Map.of("Authorization", "Bearer " + secrets.get("token"));
            case Auth.ApiKey k -> Map.of(k.header(), String.valueOf(secrets.get("apiKey")));
            case Auth.Session s ->
                    s.header().isEmpty() || session.isEmpty()
                            ? Map.of()
                            : Map.of(s.header(), session);
            case Auth.UsernameToken t -> Map.of();
            case Auth.None n -> Map.of();
        };
    }

    private String body(Operation operation, Map<String, ?> variables) {
        if (operation.request() == null) {
            return "";
        }
        String body = operation.request().render(variables).strip();
        return switch (definition.protocol()) {
            case REST -> body;
            case SOAP_11 -> envelope(body, SOAP_11);
            case SOAP_12 -> envelope(body, SOAP_12);
        };
    }

    /** A template may bring a whole envelope, for headers of its own. */
    private static String envelope(String body, String namespace) {
        return body.matches("(?s)(<\\?xml[^>]*>\\s*)?<(\\w+:)?Envelope\\b.*")
                ? body
                : "<soapenv:Envelope xmlns:soapenv=\"%s\"><soapenv:Body>%s</soapenv:Body></soapenv:Envelope>"
                        .formatted(namespace, body);
    }
}
