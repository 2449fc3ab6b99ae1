package io.mallhub.routes.outbound;

import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.connectors.Guarantees.Repeat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * When an ERP is asked whether it has what was sent, and when its "no" may be believed. A slow ERP
 * may still be working on the request while it already says no; so it is asked again and again
 * until its longest transaction must be over.
 */
@Component
public class ProbePlan {
    private final Settings settings;
    private final Clock clock;

    ProbePlan(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** When to ask next; may have passed. */
    public Instant due(Attempt attempt) {
        Instant sent = attempt.lastSendAt();
        if (sent == null || !attempt.inDoubt()) {
            return clock.instant();
        }
        int next = Math.min(attempt.emptyProbes(), settings.askAfter().size() - 1);
        return sent.plus(settings.askAfter().get(next));
    }

    public boolean isDue(Attempt attempt) {
        Instant due = due(attempt);
        return !clock.instant().isBefore(due);
    }

    /**
     * Whether the record surely is not there, now that the ERP has just said no.
     *
     * @param repeat an ERP that refuses repeats itself can be believed at once
     */
    public boolean isSure(Attempt attempt, Repeat repeat) {
        return !attempt.inDoubt()
                || repeat == Repeat.IDEMPOTENT
                || attempt.emptyProbes() >= settings.askAfter().size();
    }

    /** After so many sends that were never seen again, only a person can tell what is wrong. */
    public boolean isExhausted(Attempt attempt) {
        return attempt.sends() >= settings.mostSends();
    }

    /**
     * @param askAfter times after the send at which the ERP is asked; the last must be longer than
     *     its longest transaction
     * @param mostSends requests for one record that may get lost before it is parked
     */
    @ConfigurationProperties("mallhub.erp.unknown-outcome")
    record Settings(
            @DefaultValue({"0s", "2s", "10s", "30s", "60s"}) List<Duration> askAfter,
            @DefaultValue("3") int mostSends) {
        Settings {
            if (askAfter.isEmpty() || mostSends < 1) {
                throw new IllegalArgumentException(
                        "mallhub.erp.unknown-outcome needs at least one ask-after and one send");
            }
            askAfter = askAfter.stream().sorted().toList();
        }
    }
}
