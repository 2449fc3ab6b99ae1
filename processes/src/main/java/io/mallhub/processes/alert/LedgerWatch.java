package io.mallhub.processes.alert;

import io.mallhub.shared.ProvenLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Asks the ledgers for their proof, now and then: a proof reads all entries. Until it is asked
 * again, what was found stands.
 */
@Component
class LedgerWatch {
    private static final int NAMED = 5;

    private final List<ProvenLedger> ledgers;
    private final Clock clock;
    private List<Finding> found = List.of();
    private @Nullable Instant asked;

    @Autowired
    LedgerWatch(ObjectProvider<ProvenLedger> ledgers, Clock clock) {
        this(ledgers.orderedStream().toList(), clock);
    }

    LedgerWatch(List<ProvenLedger> ledgers, Clock clock) {
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /**
     * @param every how old a proof may be
     */
    synchronized List<Finding> now(Duration every) {
        Instant now = clock.instant();
        if (asked == null || !now.isBefore(asked.plus(every))) {
            found = ledgers.stream().flatMap(LedgerWatch::ask).toList();
            asked = now;
        }
        return found;
    }

    private static Stream<Finding> ask(ProvenLedger ledger) {
        List<String> accounts = ledger.unprovenAccounts();
        return accounts.isEmpty()
                ? Stream.of()
                : Stream.of(
                        new Finding(
                                Finding.LEDGER,
                                ledger.name(),
                                List.of(
                                        ledger.name(),
                                        Integer.toString(accounts.size()),
                                        String.join(
                                                ", ", accounts.stream().limit(NAMED).toList()))));
    }
}
