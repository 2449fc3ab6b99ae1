package io.mallhub.commission.internal;

import io.mallhub.commission.Commissions;
import io.mallhub.commission.Entry;
import io.mallhub.commission.StatementView.Dispute;
import io.mallhub.commission.StatementView.LineState;
import io.mallhub.commission.Statements.ActOutcome;
import io.mallhub.commission.internal.StatementTable.Head;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.Role;
import io.mallhub.identity.StandIns;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A person answers a dispute. Putting a line right is a part of the payout it goes into: whoever
 * does it decides none of its steps.
 */
@Component
class DisputeResolving {
    private final StatementLines lines;
    private final Commissions commissions;
    private final PayoutHistory history;
    private final StandIns standIns;
    private final Clock clock;

    DisputeResolving(
            StatementLines lines,
            Commissions commissions,
            PayoutHistory history,
            StandIns standIns,
            Clock clock) {
        this.lines = lines;
        this.commissions = commissions;
        this.history = history;
        this.standIns = standIns;
        this.clock = clock;
    }

    /**
     * @param amount what the line should have earned, when upheld
     * @param refusedBack what the line becomes when not upheld
     */
    ActOutcome resolve(
            Head statement,
            long dispute,
            boolean upheld,
            @Nullable Money amount,
            String answer,
            LineState refusedBack,
            Actor by) {
        String number = statement.number();
        Dispute open =
                lines.disputes(number).stream()
                        .filter(it -> it.id() == dispute)
                        .findFirst()
                        .orElseThrow();
        if (open.upheld() != null) {
            return new ActOutcome.Refused("statement.resolved-already");
        }
        Eyes eyes = standIns.eyes(by, Set.of(Role.SALES));
        Optional<String> objection = history.of(statement).objectionTo(eyes);
        if (objection.isPresent()) {
            history.keepAttempt(number, eyes, Map.of("why", objection.get()));
            return new ActOutcome.Refused(objection.get());
        }
        if (answer.isBlank() || upheld && (amount == null || amount.isNegative())) {
            return new ActOutcome.Refused("statement.words-missing");
        }
        if (upheld && amount != null) {
            if (!isEarned(number, open.entry())) {
                return new ActOutcome.Refused("statement.not-earned");
            }
            commissions.correct(open.entry(), amount, answer, by);
        }
        lines.resolve(dispute, upheld, answer, by.id(), clock.instant());
        // With a correction both go to a later statement together, so that their sum is right.
        LineState back = upheld ? LineState.CARRIED : refusedBack;
        lines.move(number, open.entry(), LineState.DISPUTED, back);
        standIns.decided(eyes, PayoutHistory.PAYOUT, number, PayoutEyes.RESOLVING, upheld);
        history.keep(number, eyes, "resolve-dispute", answer, Map.of());
        return new ActOutcome.Done();
    }

    private boolean isEarned(String number, long entry) {
        return lines.of(number).stream()
                .map(line -> line.entry())
                .anyMatch(it -> it.sequence() == entry && it.kind() == Entry.Kind.EARNED);
    }
}
