package io.mallhub.connectors.client;

import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpFault.CredentialsRefused;
import io.mallhub.connectors.ErpFault.DataInvalid;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.definition.Auth;
import io.mallhub.connectors.definition.Call;
import io.mallhub.connectors.definition.Definition;
import io.mallhub.connectors.definition.Operation;
import io.mallhub.connectors.definition.OperationKind;
import io.mallhub.connectors.mapping.ReplyLanguage.UnreadableReply;
import io.mallhub.connectors.transport.HttpOutcome;
import io.mallhub.connectors.transport.SecretMask;
import io.mallhub.connectors.transport.Wire;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the calls of an operation, each with session, request, reply, judgement and log. */
final class Caller {
    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);

    private final Definition definition;
    private final ConnectionSettings settings;
    private final Requests requests;
    private final Wire wire;
    private final Wire writing;
    private final Tokens tokens;
    private final ExchangeLog log;
    private final Clock clock;

    /**
     * @param writing for calls that change the ERP
     */
    Caller(
            Definition definition,
            ConnectionSettings settings,
            Wire wire,
            Wire writing,
            ExchangeLog log,
            Clock clock) {
        this.definition = definition;
        this.settings = settings;
        this.wire = wire;
        this.writing = writing;
        this.log = log;
        this.clock = clock;
        requests =
                new Requests(
                        definition,
                        settings,
                        new Signing(settings.secrets(), definition.charsets(), clock));
        tokens = new Tokens(clock);
    }

    /**
     * One call among those of an operation.
     *
     * @param link address of the next page; empty for the call's own
     * @param reference business number for the log
     */
    private record Asked(
            OperationKind kind,
            boolean writes,
            Call call,
            Map<String, ?> values,
            String link,
            String reference) {}

    /**
     * @param reference business number for the log
     * @param reading of the answer; what it throws is logged as this call's fault
     * @throws ErpFault as {@link io.mallhub.connectors.ErpClient} says
     */
    <T> T call(
            Operation operation,
            Map<String, ?> values,
            String reference,
            Function<Answer, T> reading) {
        return call(operation, values, "", reference, reading);
    }

    /** As the other, for a page that the ERP gave a link to. */
    <T> T call(
            Operation operation,
            Map<String, ?> values,
            String link,
            String reference,
            Function<Answer, T> reading) {
        Map<String, Object> known = new HashMap<>(values);
        for (Call first : operation.first()) {
            known.putAll(step(operation, first, known, reference, false));
        }
        return ask(
                new Asked(
                        operation.kind(),
                        operation.kind().writes(),
                        operation.call(),
                        known,
                        link,
                        reference),
                (answer, headers) -> reading.apply(answer));
    }

    /** What an operation does after its call, which gave it a code. */
    void finish(Operation operation, Map<String, ?> values, String code, String reference) {
        Map<String, Object> known = new HashMap<>(values);
        known.put("code", code);
        for (Call then : operation.then()) {
            known.putAll(step(operation, then, known, reference, true));
        }
    }

    private Map<String, String> step(
            Operation operation,
            Call call,
            Map<String, ?> values,
            String reference,
            boolean writes) {
        return ask(
                new Asked(operation.kind(), writes, call, values, "", reference),
                (answer, headers) -> kept(call, answer, headers));
    }

    private static Map<String, String> kept(Call call, Answer answer, HttpHeaders headers) {
        Map<String, String> kept = new HashMap<>();
        call.keep()
                .forEach(
                        (name, expression) -> {
                            String value =
                                    answer instanceof Answer.Success s
                                            ? s.document().text(expression)
                                            : null;
                            if (value == null) {
                                throw new DataInvalid(
                                        "the reply has no '%s' (%s)".formatted(name, expression),
                                        null);
                            }
                            kept.put(name, value);
                        });
        call.keepHeaders()
                .forEach((name, header) -> kept.put(name, headers.firstValue(header).orElse("")));
        return kept;
    }

    private <T> T ask(Asked asked, BiFunction<Answer, HttpHeaders, T> reading) {
        needSecrets();
        if (!(definition.auth() instanceof Auth.ByToken auth)) {
            return once(asked, "", reading);
        }
        String token = tokens.current(() -> login(auth));
        try {
            return once(asked, token, reading);
        } catch (SessionExpired e) {
            return again(asked, tokens.renewed(token, () -> login(auth)), reading);
        }
    }

    private <T> T again(Asked asked, String token, BiFunction<Answer, HttpHeaders, T> reading) {
        try {
            return once(asked, token, reading);
        } catch (SessionExpired e) {
            throw new CredentialsRefused("refused right after a new login: " + e.getMessage());
        }
    }

    private Tokens.Token login(Auth.ByToken auth) {
        try {
            return switch (auth) {
                case Auth.Session session -> login(session);
                case Auth.OAuth2 oauth -> login(oauth);
            };
        } catch (SessionExpired | ErpFault.Rejected e) {
            throw new CredentialsRefused("login refused: " + e.getMessage());
        }
    }

    private Tokens.Token login(Auth.Session auth) {
        Operation login = auth.login();
        Map<String, Object> known = new HashMap<>(settings.secrets());
        for (Call first : login.first()) {
            known.putAll(
                    once(
                            new Asked(login.kind(), false, first, known, "", ""),
                            "",
                            (answer, headers) -> kept(first, answer, headers)));
        }
        return Tokens.Token.lasting(
                once(
                        new Asked(login.kind(), false, login.call(), known, "", ""),
                        "",
                        (answer, headers) -> token(auth, answer, headers)));
    }

    private static String token(Auth.Session auth, Answer answer, HttpHeaders headers) {
        String token =
                auth.cookie().isEmpty()
                        ? answer instanceof Answer.Success s
                                ? s.document().text(auth.token())
                                : null
                        : cookie(auth.cookie(), headers);
        if (token == null || token.isBlank()) {
            throw new DataInvalid(
                    auth.cookie().isEmpty()
                            ? "the login's reply has no token"
                            : "the login's reply sets no cookie " + auth.cookie(),
                    null);
        }
        return token;
    }

    private static @Nullable String cookie(String name, HttpHeaders headers) {
        return headers.allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith(name + "="))
                .map(set -> set.substring(name.length() + 1).split(";", 2)[0])
                .findFirst()
                .orElse(null);
    }

    private Tokens.Token login(Auth.OAuth2 auth) {
        List<String> secrets = secrets("");
        Instant asked = clock.instant();
        return exchange(
                OperationKind.LOGIN,
                "",
                wire,
                OAuth2Tokens.request(auth, settings, requests),
                secrets,
                (outcome, text) -> {
                    Tokens.Token token = OAuth2Tokens.read(outcome, text, asked);
                    secrets.add(token.text());
                    return token;
                });
    }

    private <T> T once(Asked asked, String token, BiFunction<Answer, HttpHeaders, T> reading) {
        List<String> secrets = secrets(token);
        ReplyJudge judge = new ReplyJudge(definition, clock, mask(secrets));
        return exchange(
                asked.kind(),
                asked.reference(),
                asked.writes() ? writing : wire,
                requests.request(asked.call(), asked.values(), token, asked.link()),
                secrets,
                (outcome, text) -> {
                    try {
                        T result =
                                reading.apply(
                                        judge.judge(outcome, text, asked.writes()),
                                        headers(outcome));
                        if (asked.kind() == OperationKind.LOGIN) {
                            secrets.add(String.valueOf(result));
                        }
                        return result;
                    } catch (UnreadableReply e) {
                        throw ReplyJudge.unreadable(
                                String.valueOf(e.getMessage()), e, asked.writes());
                    }
                });
    }

    /**
     * Sends, reads the reply and tells the log of both, whatever comes of it.
     *
     * @param secrets to be masked; the reading may add those it finds
     */
    private <T> T exchange(
            OperationKind kind,
            String reference,
            Wire over,
            Wire.Request request,
            List<String> secrets,
            BiFunction<HttpOutcome, String, T> reading) {
        Instant at = clock.instant();
        long start = System.nanoTime();
        Wire.Sent sent = over.send(request);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String text = text(sent.outcome());
        RuntimeException fault = null;
        try {
            return reading.apply(sent.outcome(), text);
        } catch (RuntimeException e) {
            fault = e;
            throw e;
        } finally {
            log.tell(
                    new Exchange(
                            settings.name(),
                            kind.id(),
                            reference,
                            request.url().toString(),
                            sent.body(),
                            text,
                            status(sent.outcome()),
                            at,
                            took,
                            fault == null ? null : words(fault)),
                    mask(secrets));
        }
    }

    /** What is kept of a reply without its exchange. */
    String masked(String text) {
        return mask(secrets("")).mask(text);
    }

    private SecretMask mask(List<String> secrets) {
        return new SecretMask(secrets, definition.encoding());
    }

    private static String words(RuntimeException fault) {
        return fault.getClass().getSimpleName() + ": " + fault.getMessage();
    }

    private List<String> secrets(String token) {
        List<String> secrets = new ArrayList<>();
        settings.secrets()
                .forEach(
                        (name, value) -> {
                            // Names are shown: people must see as whom the hub calls.
                            if (!name.equals("username")
                                    && !name.equals("clientId")
                                    && !definition.settings().contains(name)) {
                                secrets.add(value);
                            }
                        });
        secrets.add(token);
        tokens.kept().ifPresent(secrets::add);
        return secrets;
    }

    private String text(HttpOutcome outcome) {
        return switch (outcome) {
            case HttpOutcome.Replied r ->
                    definition
                            .charsets()
                            .decode(r.body(), r.headers().firstValue("Content-Type").orElse(null));
            case HttpOutcome.Lost l -> definition.charsets().decode(l.partial(), null);
            case HttpOutcome.NotSent n -> "";
        };
    }

    private static HttpHeaders headers(HttpOutcome outcome) {
        return outcome instanceof HttpOutcome.Replied r ? r.headers() : NO_HEADERS;
    }

    private static int status(HttpOutcome outcome) {
        return switch (outcome) {
            case HttpOutcome.Replied r -> r.status();
            case HttpOutcome.Lost l -> l.status();
            case HttpOutcome.NotSent n -> 0;
        };
    }

    private void needSecrets() {
        for (String name : definition.needed()) {
            @Nullable String value = settings.secrets().get(name);
            if (value == null || value.isEmpty()) {
                throw new CredentialsRefused("the connection has no '" + name + "'");
            }
        }
    }
}
