package io.mallhub.connectors.client;

import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpFault.CredentialsRefused;
import io.mallhub.connectors.ErpFault.DataInvalid;
import io.mallhub.connectors.ErpFault.OutcomeUnknown;
import io.mallhub.connectors.ErpFault.Rejected;
import io.mallhub.connectors.ErpFault.Unavailable;
import io.mallhub.connectors.definition.Auth;
import io.mallhub.connectors.definition.Definition;
import io.mallhub.connectors.definition.FailureRules;
import io.mallhub.connectors.definition.FailureRules.Meaning;
import io.mallhub.connectors.definition.Inside;
import io.mallhub.connectors.mapping.ReplyLanguage;
import io.mallhub.connectors.mapping.ReplyLanguage.UnreadableReply;
import io.mallhub.connectors.transport.HttpOutcome;
import io.mallhub.connectors.transport.HttpOutcome.Lost;
import io.mallhub.connectors.transport.HttpOutcome.NotSent;
import io.mallhub.connectors.transport.HttpOutcome.Replied;
import io.mallhub.connectors.transport.SecretMask;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what an outcome means. The rule for writing calls: only a whole, readable reply that says
 * yes or no is sure; anything else after sending is an unknown outcome. Exceptions are refusals
 * that HTTP itself makes sure: 401, 403, 429, other 4xx, and 503 with Retry-After.
 */
final class ReplyJudge {
    /** Whoever answers so has looked at the body; a 404 may come of a server without its ERP. */
    private static final Set<Integer> ABOUT_THE_REQUEST = Set.of(400, 409, 411, 413, 414, 415, 422);

    private static final int EXCERPT = 200;
    private static final int SEEN = 4 * EXCERPT;

    private final Definition definition;
    private final FailureRules rules;
    private final Clock clock;
    private final SecretMask mask;

    /**
     * @param mask of this call: an ERP may repeat a secret in its words
     */
    ReplyJudge(Definition definition, Clock clock, SecretMask mask) {
        this.definition = definition;
        this.rules = definition.failures();
        this.clock = clock;
        this.mask = mask;
    }

    /**
     * @param text the decoded body, empty when none came
     * @throws ErpFault or {@link SessionExpired}
     */
    Answer judge(HttpOutcome outcome, String text, boolean writing) {
        return switch (outcome) {
            case NotSent n -> throw new Unavailable(n.reason(), null, n.cause());
            case Lost l -> throw lost(l, writing);
            case Replied r -> judge(r, text, writing);
        };
    }

    private static ErpFault lost(Lost lost, boolean writing) {
        return writing
                ? new OutcomeUnknown(lost.reason(), lost.cause())
                : new Unavailable(lost.reason(), null, lost.cause());
    }

    private Answer judge(Replied reply, String text, boolean writing) {
        int status = reply.status();
        Meaning stated = rules.statuses().get(status);
        Duration retryAfter = RetryAfter.in(reply.headers(), clock);
        if (stated != null) {
            String words = "HTTP " + status + excerpt(text);
            return by(stated, parsed(text), words, retryAfter, writing);
        }
        if (status == 429 || (status == 503 && retryAfter != null)) {
            throw new Unavailable("HTTP " + status + excerpt(text), retryAfter, null);
        }
        if (status == 401 || status == 403) {
            String words = "HTTP " + status + excerpt(text);
            return by(Meaning.SESSION_EXPIRED, null, words, null, writing);
        }
        if (status / 100 == 2) {
            return believed(text, writing);
        }
        return explained(text, writing, status / 100 == 5)
                .orElseThrow(() -> unexplained(status, text, writing, retryAfter));
    }

    private Optional<Answer> explained(String text, boolean writing, boolean broken) {
        ReplyLanguage.Document outer = outer(text);
        if (outer == null) {
            return Optional.empty();
        }
        return fault(outer, writing)
                .or(
                        () -> {
                            ReplyLanguage.Document document = parsed(outer);
                            return document == null
                                    ? Optional.empty()
                                    : refusal(document, writing, broken);
                        });
    }

    /** What the reply is about: itself, or what it carries as a string. */
    private ReplyLanguage.Document content(ReplyLanguage.Document outer) {
        Inside inside = definition.inside();
        if (inside == null) {
            return outer;
        }
        String text = outer.text(inside.at());
        if (text == null || text.isBlank()) {
            throw new UnreadableReply("there is nothing at " + inside.at(), null);
        }
        return inside.language().parse(text);
    }

    /** A status of 3xx, 4xx or 5xx with nothing readable that explains it. */
    private ErpFault unexplained(
            int status, String text, boolean writing, @Nullable Duration retryAfter) {
        String words = "HTTP " + status + excerpt(text);
        boolean sure = status / 100 == 4 && status != 408;
        if (writing && !sure) {
            return new OutcomeUnknown(words, null);
        }
        if (status / 100 == 5 || status == 408) {
            return new Unavailable(words, retryAfter, null);
        }
        return ABOUT_THE_REQUEST.contains(status)
                ? DataInvalid.lasting(words, null)
                : new DataInvalid(words, null);
    }

    private Answer believed(String text, boolean writing) {
        ReplyLanguage.Document document;
        try {
            ReplyLanguage.Document outer = definition.language().parse(text);
            Optional<Answer> fault = fault(outer, writing);
            if (fault.isPresent()) {
                return fault.get();
            }
            document = content(outer);
            Optional<Answer> refusal = refusal(document, writing, false);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            if (rules.successWhen().isEmpty() || document.holds(rules.successWhen())) {
                return new Answer.Success(document);
            }
        } catch (UnreadableReply e) {
            throw unreadable(e.getMessage() + excerpt(text), e, writing);
        }
        throw unreadable(
                "the reply is neither a success nor a failure" + excerpt(text), null, writing);
    }

    static ErpFault unreadable(String what, @Nullable Throwable cause, boolean writing) {
        return writing ? new OutcomeUnknown(what, cause) : new DataInvalid(what, cause);
    }

    private ReplyLanguage.@Nullable Document parsed(String text) {
        ReplyLanguage.Document outer = outer(text);
        return outer == null ? null : parsed(outer);
    }

    private ReplyLanguage.@Nullable Document parsed(ReplyLanguage.Document outer) {
        try {
            return content(outer);
        } catch (UnreadableReply e) {
            // Error pages of servers in between are no replies of the ERP.
            return null;
        }
    }

    private ReplyLanguage.@Nullable Document outer(String text) {
        try {
            return definition.language().parse(text);
        } catch (UnreadableReply e) {
            // Error pages of servers in between are no replies of the ERP.
            return null;
        }
    }

    /**
     * Empty when the reply says no failure.
     *
     * @param broken the status says that the server failed: a writing call may have got through
     *     before, so only a failure the definition names is believed
     */
    private Optional<Answer> refusal(
            ReplyLanguage.Document document, boolean writing, boolean broken) {
        if (rules.failureWhen().isEmpty() || !document.holds(rules.failureWhen())) {
            return Optional.empty();
        }
        String code = text(document, rules.code());
        String words = text(document, rules.words());
        Optional<Meaning> named = rules.named(code, words);
        if (broken && writing && named.isEmpty()) {
            return Optional.empty();
        }
        String both = mask.mask((code + " " + words).strip());
        return Optional.of(
                by(
                        named.orElse(Meaning.REJECTED),
                        document,
                        both.isEmpty() ? "refused without words" : both,
                        null,
                        writing));
    }

    private Optional<Answer> fault(ReplyLanguage.Document outer, boolean writing) {
        return definition.protocol().soap()
                ? SoapFault.in(outer)
                        .map(
                                f -> {
                                    String words =
                                            f.words().isEmpty()
                                                    ? "SOAP fault " + f.code()
                                                    : mask.mask(f.words());
                                    return by(
                                            f.meaning(rules, writing), outer, words, null, writing);
                                })
                : Optional.empty();
    }

    private Answer by(
            Meaning meaning,
            ReplyLanguage.@Nullable Document document,
            String words,
            @Nullable Duration retryAfter,
            boolean writing) {
        switch (meaning) {
            case ALREADY_CREATED -> {
                if (document != null) {
                    return new Answer.Success(document);
                }
                throw unknown(words, writing);
            }
            case NOTHING_FOUND -> {
                return new Answer.NothingFound();
            }
            case REJECTED -> throw new Rejected(words);
            case STALE -> throw new Rejected(words, true);
            case UNAVAILABLE -> throw new Unavailable(words, retryAfter, null);
            case CREDENTIALS_REFUSED -> throw new CredentialsRefused(words);
            case SESSION_EXPIRED ->
                    throw definition.auth() instanceof Auth.ByToken
                            ? new SessionExpired(words)
                            : new CredentialsRefused(words);
            case OUTCOME_UNKNOWN -> throw unknown(words, writing);
        }
        throw new IllegalStateException(meaning.name());
    }

    /** A reading call changes nothing, whatever became of it. */
    private static ErpFault unknown(String words, boolean writing) {
        return writing ? new OutcomeUnknown(words, null) : new Unavailable(words, null, null);
    }

    private static String text(ReplyLanguage.Document document, String expression) {
        String text = expression.isEmpty() ? null : document.text(expression);
        return text == null ? "" : text.strip();
    }

    private String excerpt(String text) {
        String line =
                mask.mask(text.length() <= SEEN ? text : text.substring(0, SEEN))
                        .strip()
                        .replaceAll("\\s+", " ");
        if (line.isEmpty()) {
            return "";
        }
        return ": " + (line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + "…");
    }
}
