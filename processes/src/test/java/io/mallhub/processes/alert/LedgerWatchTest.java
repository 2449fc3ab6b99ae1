package io.mallhub.processes.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.shared.ProvenLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerWatchTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private final Hands clock = new Hands();
    private final Book sound = new Book("receivables");
    private final Book broken = new Book("prepaid", "C1", "C2", "C3", "C4", "C5", "C6");
    private final LedgerWatch watch = new LedgerWatch(List.of(sound, broken), clock);

    @Test
    void aLedgerThatDoesNotAddUpIsNamedWithSomeOfItsAccounts() {
        assertThat(watch.now(HOUR))
                .containsExactly(
                        new Finding(
                                Finding.LEDGER,
                                "prepaid",
                                List.of("prepaid", "6", "C1, C2, C3, C4, C5")));
    }

    @Test
    void whatWasFoundStandsUntilTheProofIsOld() {
        watch.now(HOUR);
        broken.accounts.clear();
        clock.now = clock.now.plus(HOUR).minusSeconds(1);
        assertThat(watch.now(HOUR)).hasSize(1);
        assertThat(broken.asked).isEqualTo(1);

        clock.now = clock.now.plusSeconds(1);

        assertThat(watch.now(HOUR)).isEmpty();
        assertThat(broken.asked).isEqualTo(2);
    }

    private static final class Book implements ProvenLedger {
        private final String name;
        private final List<String> accounts;
        private int asked;

        Book(String name, String... accounts) {
            this.name = name;
            this.accounts = new ArrayList<>(List.of(accounts));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Size size() {
            return new Size(accounts.size(), 0);
        }

        @Override
        public List<String> unprovenAccounts() {
            asked++;
            return List.copyOf(accounts);
        }
    }

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-24T01:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
