package io.mallhub.connectors.client;

import io.mallhub.connectors.definition.Auth;
import io.mallhub.connectors.mapping.BodyEncoding.CannotCarry;
import io.mallhub.connectors.mapping.Charsets;
import io.mallhub.connectors.transport.Wire;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Signs requests: what is signed is built without the signature first. */
final class Signing {
    private final Map<String, String> secrets;
    private final Charsets charsets;
    private final Clock clock;

    Signing(Map<String, String> secrets, Charsets charsets, Clock clock) {
        this.secrets = secrets;
        this.charsets = charsets;
        this.clock = clock;
    }

    /** Time and nonce of one call, and the secrets that its templates may name. */
    void begin(Auth.Signed auth, Map<String, Object> variables) {
        auth.secretNames().forEach(name -> variables.put(name, secrets.getOrDefault(name, "")));
        variables.put("time", auth.time().format(clock.instant()));
        variables.put("nonce", UUID.randomUUID().toString().replace("-", ""));
        variables.put("signature", "");
    }

    /**
     * {@code pairs} and {@code words} are the parameters of query and form in the order of their
     * names, decoded: {@code a=1&b=2} and {@code a1b2}.
     *
     * @throws CannotCarry when the ERP could not sign the same bytes
     */
    String signature(Auth.Signed auth, Wire.Request request, Map<String, Object> variables) {
        Map<String, Object> values = new TreeMap<>(variables);
        TreeMap<String, String> parameters = new TreeMap<>();
        collect(request.url().getRawQuery(), StandardCharsets.UTF_8, parameters);
        if (request.form()) {
            collect(request.body(), charsets.written(), parameters);
        }
        values.put("method", request.method());
        values.put("path", String.valueOf(request.url().getRawPath()));
        values.put("action", request.action());
        values.put("body", request.body());
        values.put("pairs", joined(parameters, "=", "&"));
        values.put("words", joined(parameters, "", ""));
        String text = auth.text().render(values);
        charsets.firstNotCarried(text)
                .ifPresent(
                        codePoint -> {
                            throw new CannotCarry(
                                    codePoint, "a signature over " + charsets.written());
                        });
        return auth.algorithm()
                .sign(
                        text,
                        secrets.getOrDefault("secret", ""),
                        charsets.written(),
                        auth.encoding());
    }

    private static String joined(Map<String, String> parameters, String is, String and) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + is + entry.getValue())
                .collect(Collectors.joining(and));
    }

    private static void collect(String encoded, Charset charset, Map<String, String> parameters) {
        if (encoded == null || encoded.isEmpty()) {
            return;
        }
        Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(
                        pair ->
                                parameters.put(
                                        URLDecoder.decode(pair[0], charset),
                                        pair.length == 1
                                                ? ""
                                                : URLDecoder.decode(pair[1], charset)));
    }
}
