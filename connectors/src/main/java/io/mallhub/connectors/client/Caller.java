package io.mallhub.connectors.client;

import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpFault.CredentialsRefused;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.definition.Auth;
import io.mallhub.connectors.definition.Definition;
import io.mallhub.connectors.definition.Operation;
import io.mallhub.connectors.definition.OperationKind;
import io.mallhub.connectors.mapping.ReplyLanguage.UnreadableReply;
import io.mallhub.connectors.transport.HttpOutcome;
import io.mallhub.connectors.transport.SecretMask;
import io.mallhub.connectors.transport.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes one call: session, request, reply, judgement, log. */
final class Caller {
    private final Definition definition;
    private final ConnectionSettings settings;
    private final Requests requests;
    private final Wire wire;
    private final ExchangeLog log;
    private final Clock clock;
    private volatile String session = "";

    Caller(
            Definition definition,
            ConnectionSettings settings,
            Wire wire,
            ExchangeLog log,
            Clock clock) {
        this.definition = definition;
        this.settings = settings;
        this.wire = wire;
        this.log = log;
        this.clock = clock;
        requests = new Requests(definition, settings);
    }

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
        needSecrets();
        if (!(definition.auth() instanceof Auth.Session auth)) {
            return once(operation, values, reference, "", reading);
        }
        String token = session.isEmpty() ? login(auth, "") : session;
        try {
            return once(operation, values, reference, token, reading);
        } catch (SessionExpired e) {
            return again(operation, values, reference, login(auth, token), reading);
        }
    }

    private <T> T again(
            Operation operation,
            Map<String, ?> values,
            String reference,
            String token,
            Function<Answer, T> reading) {
        try {
            return once(operation, values, reference, token, reading);
        } catch (SessionExpired e) {
            throw new CredentialsRefused("refused right after a new login: " + e.getMessage());
        }
    }

    /**
     * @param stale token that was refused; another thread may have renewed it meanwhile
     */
    private synchronized String login(Auth.Session auth, String stale) {
        if (session.isEmpty() || session.equals(stale)) {
            try {
                session =
                        once(
                                auth.login(),
                                settings.secrets(),
                                "",
                                "",
                                answer -> token(auth, answer));
            } catch (SessionExpired | ErpFault.Rejected e) {
                throw new CredentialsRefused("login refused: " + e.getMessage());
            }
        }
        return session;
    }

    private static String token(Auth.Session auth, Answer answer) {
        String token = answer instanceof Answer.Success s ? s.document().text(auth.token()) : null;
        if (token == null || token.isBlank()) {
            throw new ErpFault.DataInvalid("the login's reply has no token", null);
        }
        return token;
    }

    private <T> T once(
            Operation operation,
            Map<String, ?> values,
            String reference,
            String token,
            Function<Answer, T> reading) {
        boolean writing = operation.kind().writes();
        Wire.Request request = requests.request(operation, values, token);
        Instant at = clock.instant();
        long start = System.nanoTime();
        Wire.Sent sent = wire.send(request);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        String text = text(sent.outcome());
        List<String> secrets = secrets(token);
        ReplyJudge judge = new ReplyJudge(definition, clock, new SecretMask(secrets));
        RuntimeException fault = null;
        try {
            T result = reading.apply(judge.judge(sent.outcome(), text, writing));
            if (operation.kind() == OperationKind.LOGIN) {
                secrets.add(String.valueOf(result));
            }
            return result;
        } catch (UnreadableReply e) {
            ErpFault unreadable = ReplyJudge.unreadable(String.valueOf(e.getMessage()), e, writing);
            fault = unreadable;
            throw unreadable;
        } catch (RuntimeException e) {
            fault = e;
            throw e;
        } finally {
            log.tell(
                    new Exchange(
                            settings.name(),
                            operation.kind().id(),
                            reference,
                            request.url().toString(),
                            sent.body(),
                            text,
                            status(sent.outcome()),
                            at,
                            took,
                            fault == null ? null : words(fault)),
                    new SecretMask(secrets));
        }
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
                            if (!name.equals("username")) {
                                secrets.add(value);
                            }
                        });
        secrets.add(token);
        secrets.add(session);
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

    private static int status(HttpOutcome outcome) {
        return switch (outcome) {
            case HttpOutcome.Replied r -> r.status();
            case HttpOutcome.Lost l -> l.status();
            case HttpOutcome.NotSent n -> 0;
        };
    }

    private void needSecrets() {
        for (String name : definition.auth().secretNames()) {
            @Nullable String value = settings.secrets().get(name);
            if (value == null || value.isEmpty()) {
                throw new CredentialsRefused("the connection has no '" + name + "'");
            }
        }
    }
}
