package io.mallhub.commission.internal;

import io.mallhub.commission.internal.StatementTable.Head;
import io.mallhub.identity.StandIns;
import io.mallhub.identity.StoodIn;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who had which part in a payout so far, also on the statements its lines were carried over from.
 */
@Component
class PayoutHistory {
    static final String PAYOUT = "payout";

    private final StatementLines lines;
    private final StandIns standIns;

    PayoutHistory(StatementLines lines, StandIns standIns) {
        this.lines = lines;
        this.standIns = standIns;
    }

    PayoutEyes of(Head statement) {
        String number = statement.number();
        List<StoodIn> earlier = new ArrayList<>(standIns.of(PAYOUT, number));
        lines.clearedBefore(number).stream()
                .flatMap(before -> standIns.of(PAYOUT, before).stream())
                .filter(one -> one.part().equals(PayoutEyes.CLEARING))
                .forEach(earlier::add);
        lines.putRightOn(number).stream()
                .flatMap(before -> standIns.of(PAYOUT, before).stream())
                .filter(one -> one.agreed() && one.part().equals(PayoutEyes.RESOLVING))
                .forEach(earlier::add);
        return new PayoutEyes(
                statement.beneficiary(),
                lines.deciders(number).values(),
                lines.clearers(number),
                lines.resolvers(number),
                earlier);
    }
}
