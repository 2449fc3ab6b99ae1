package io.mallhub.connectors.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.ErpFault.DataInvalid;
import io.mallhub.connectors.definition.Auth;
import io.mallhub.connectors.definition.Call;
import io.mallhub.connectors.definition.Definition;
import io.mallhub.connectors.definition.RequestTemplate;
import io.mallhub.connectors.mapping.BodyEncoding.CannotCarry;
import io.mallhub.connectors.mapping.Charsets;
import io.mallhub.connectors.transport.Wire;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Call and values → request. */
final class Requests {
    private static final String SOAP_11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

    private static final int LATIN_1 = 0xFF;

    private final Definition definition;
    private final ConnectionSettings settings;
    private final Signing signing;

    Requests(Definition definition, ConnectionSettings settings, Signing signing) {
        this.definition = definition;
        this.settings = settings;
        this.signing = signing;
    }

    /**
     * @param session token of the session; empty without one
     * @param link whole address that the ERP gave for the next page; empty for the call's own
     * @throws DataInvalid when a link leads to another server, or a value has a character that the
     *     ERP's charset has no way to carry
     */
    Wire.Request request(Call call, Map<String, ?> values, String session, String link) {
        Map<String, Object> variables = new HashMap<>(values);
        definition
                .settings()
                .forEach(name -> variables.put(name, settings.secrets().getOrDefault(name, "")));
        if (call.quotesDoubled()) {
            variables.replaceAll((name, value) -> doubled(value));
        }
        variables.put("session", session);
        if (!(definition.auth() instanceof Auth.Signed auth)) {
            return built(
                    call,
                    variables,
                    session,
                    link,
                    Map.of(),
                    ofSession(variables, session),
                    Map.of());
        }
        signing.begin(auth, variables);
        Wire.Request unsigned =
                built(call, variables, session, link, auth.headers(), auth.query(), auth.form());
        try {
            variables.put("signature", signing.signature(auth, unsigned, variables));
        } catch (CannotCarry e) {
            throw cannot(e, "signature");
        }
        return built(call, variables, session, link, auth.headers(), auth.query(), auth.form());
    }

    /** The login itself, which has no session yet, goes without. */
    private Map<String, RequestTemplate> ofSession(Map<String, Object> variables, String session) {
        if (!(definition.auth() instanceof Auth.Session auth) || session.isEmpty()) {
            return Map.of();
        }
        auth.secretNames()
                .forEach(
                        name ->
                                variables.putIfAbsent(
                                        name, settings.secrets().getOrDefault(name, "")));
        return auth.query();
    }

    private Wire.Request built(
            Call call,
            Map<String, Object> variables,
            String session,
            String link,
            Map<String, RequestTemplate> moreHeaders,
            Map<String, RequestTemplate> moreQuery,
            Map<String, RequestTemplate> moreForm) {
        Map<String, String> headers = new LinkedHashMap<>(headers(session));
        call.headers().forEach((name, value) -> put(headers, name, value, variables));
        moreHeaders.forEach((name, value) -> put(headers, name, value, variables));
        headers.forEach(Requests::mustFit);
        return new Wire.Request(
                call.method(),
                link.isEmpty() ? url(call, variables, moreQuery) : sameServer(link),
                call.action(),
                headers,
                body(call, moreForm, variables),
                call.body() instanceof Call.Body.Form,
                settings.timeout());
    }

    /** A quote in a value must not end the text that the value stands in. */
    private static Object doubled(Object value) {
        return value instanceof String text ? text.replace("'", "''") : value;
    }

    private static void put(
            Map<String, String> to, String name, RequestTemplate template, Map<String, ?> values) {
        String value = template.render(values);
        if (!value.isEmpty()) {
            to.put(name, value);
        }
    }

    /** What HTTP itself carries. */
    private static void mustFit(String name, String value) {
        value.codePoints()
                .filter(codePoint -> codePoint > LATIN_1)
                .findFirst()
                .ifPresent(
                        codePoint -> {
                            throw cannot(new CannotCarry(codePoint, "a header"), name);
                        });
    }

    private static DataInvalid cannot(CannotCarry e, String where) {
        return DataInvalid.lasting("nothing was sent: %s (%s)".formatted(e.getMessage(), where), e);
    }

    private URI url(
            Call call, Map<String, Object> variables, Map<String, RequestTemplate> moreQuery) {
        Map<String, String> query = new LinkedHashMap<>();
        call.query().forEach((name, value) -> put(query, name, value, variables));
        moreQuery.forEach((name, value) -> put(query, name, value, variables));
        List<String> pairs = new ArrayList<>();
        query.forEach((name, value) -> pairs.add(name + "=" + value));
        String joined = at(call.path().render(variables));
        return URI.create(pairs.isEmpty() ? joined : joined + "?" + String.join("&", pairs));
    }

    /** A path of the endpoint. */
    String at(String path) {
        String base = settings.endpoint().toString();
        return path.isEmpty()
                ? base
                : base.replaceAll("/+$", "") + "/" + path.replaceAll("^/+", "");
    }

    /** Secrets go along with the next page: only to whom they belong. */
    private URI sameServer(String link) {
        URI endpoint = settings.endpoint();
        URI next;
        try {
            next = endpoint.resolve(link);
        } catch (IllegalArgumentException e) {
            throw new DataInvalid("the ERP gives no address for the next page: " + link, e);
        }
        if (!String.valueOf(endpoint.getScheme()).equalsIgnoreCase(next.getScheme())
                || !String.valueOf(endpoint.getAuthority()).equalsIgnoreCase(next.getAuthority())) {
            throw new DataInvalid(
                    "the ERP's next page is on another server and is not asked for: "
                            + next.getAuthority(),
                    null);
        }
        return next;
    }

    private Map<String, String> headers(String session) {
        Map<String, String> secrets = settings.secrets();
        return switch (definition.auth()) {
            case Auth.Basic b ->
                    Map.of(
                            "Authorization",
                            basic(
                                    secrets.getOrDefault("username", ""),
                                    secrets.getOrDefault("password", "")));
            case Auth.Bearer b -> Map.of("Authorization", "Bearer " + secrets.get("token"));
            case Auth.ApiKey k -> Map.of(k.header(), String.valueOf(secrets.get("apiKey")));
            case Auth.Session s ->
                    s.header().isEmpty() || session.isEmpty()
                            ? Map.of()
                            : Map.of(s.header(), s.value().render(Map.of("session", session)));
            case Auth.OAuth2 o ->
                    session.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + session);
            case Auth.UsernameToken t -> Map.of();
            case Auth.Signed s -> Map.of();
            case Auth.None n -> Map.of();
        };
    }

    static String basic(String name, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(UTF_8));
    }

    private String form(
            Call.Body.Form form, Map<String, RequestTemplate> more, Map<String, ?> variables) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.fields().forEach((name, value) -> put(fields, name, value, variables));
        more.forEach((name, value) -> put(fields, name, value, variables));
        List<String> pairs = new ArrayList<>();
        fields.forEach(
                (name, value) -> pairs.add(encoded(name, name) + "=" + encoded(name, value)));
        return String.join("&", pairs);
    }

    /** A form has no way to write what its charset lacks: a question mark would be a lie. */
    private String encoded(String field, String text) {
        Charsets charsets = definition.charsets();
        Charset charset = charsets.written();
        charsets.firstNotCarried(text)
                .ifPresent(
                        codePoint -> {
                            throw cannot(new CannotCarry(codePoint, "a form in " + charset), field);
                        });
        return URLEncoder.encode(text, charset);
    }

    private String body(
            Call call, Map<String, RequestTemplate> moreForm, Map<String, ?> variables) {
        return switch (call.body()) {
            case null -> "";
            case Call.Body.Form form -> form(form, moreForm, variables);
            case Call.Body.Text text -> text(text.template(), variables);
        };
    }

    private String text(RequestTemplate template, Map<String, ?> variables) {
        String body = template.render(variables).strip();
        if (definition.inside() != null) {
            Map<String, Object> around = new HashMap<>(variables);
            around.put("content", body);
            body = definition.inside().envelope().render(around).strip();
        }
        String whole =
                switch (definition.protocol()) {
                    case REST -> body;
                    case SOAP_11 -> envelope(body, SOAP_11);
                    case SOAP_12 -> envelope(body, SOAP_12);
                };
        try {
            // Already here, not only on the wire: this is what is signed.
            return definition.encoding().text(whole);
        } catch (CannotCarry e) {
            throw cannot(e, "body");
        }
    }

    /** A template may bring a whole envelope, for headers of its own. */
    private static String envelope(String body, String namespace) {
        return body.matches("(?s)(<\\?xml[^>]*>\\s*)?<(\\w+:)?Envelope\\b.*")
                ? body
                : "<soapenv:Envelope xmlns:soapenv=\"%s\"><soapenv:Body>%s</soapenv:Body></soapenv:Envelope>"
                        .formatted(namespace, body);
    }
}
