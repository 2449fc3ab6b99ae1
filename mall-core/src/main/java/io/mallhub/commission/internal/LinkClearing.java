package io.mallhub.commission.internal;

import io.mallhub.commission.StatementView.LineState;
import io.mallhub.commission.Statements.ActOutcome;
import io.mallhub.commission.internal.StatementTable.Head;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.Role;
import io.mallhub.identity.StandIns;
import io.mallhub.shared.Actor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A person says that who is paid is not one with who bought. That is a part of the payout: whoever
 * says it decides none of its steps.
 */
@Component
class LinkClearing {
    private final StatementLines lines;
    private final PayoutHistory history;
    private final StandIns standIns;

    LinkClearing(StatementLines lines, PayoutHistory history, StandIns standIns) {
        this.lines = lines;
        this.history = history;
        this.standIns = standIns;
    }

    /**
     * @param back what the lines become
     */
    ActOutcome clear(Head statement, LineState back, String reason, Actor by) {
        String number = statement.number();
        Eyes eyes = standIns.eyes(by, Set.of(Role.FINANCE));
        Optional<String> objection = history.of(statement).objectionToClearing(eyes);
        if (objection.isPresent()) {
            history.keepAttempt(number, eyes, Map.of("why", objection.get()));
            return new ActOutcome.Refused(objection.get());
        }
        if (reason.isBlank()) {
            return new ActOutcome.Refused("statement.words-missing");
        }
        lines.clearLinks(number, back.name(), by.id().toLowerCase(Locale.ROOT));
        standIns.decided(eyes, PayoutHistory.PAYOUT, number, PayoutEyes.CLEARING, true);
        history.keep(number, eyes, "clear-payee-link", reason, Map.of());
        return new ActOutcome.Done();
    }
}
