package io.mallhub.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.audit.AuditLog;
import io.mallhub.fixture.MutableClock;
import io.mallhub.ledger.Receivables;
import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.flywaydb.core.Flyway;
import org.mockito.Mockito;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Any history, repeats and all, against a model that fits in a few lines. */
class LedgerHistoryTest {
    private static final Actor BY = Actor.system("test");
    private static final Receivables LEDGER = ledger();

    enum Kind {
        COMMIT,
        POST,
        REVERSE,
        PAY
    }

    record Step(Kind kind, int document, int cents) {}

    @Property(tries = 2_000)
    void everyBalanceIsTheSumOfItsEntriesAndMatchesTheModel(@ForAll("steps") List<Step> steps) {
        CustomerId customer = new CustomerId(UUID.randomUUID());
        Model model = new Model();

        for (Step step : steps) {
            assertThat(play(customer, step)).isEqualTo(model.play(step));
        }

        var position = LEDGER.position(customer);
        assertThat(position.balance()).isEqualTo(cents(model.balance));
        assertThat(position.committed()).isEqualTo(cents(model.committed()));
        assertThat(LEDGER.unproven()).isEmpty();
        var entries = LEDGER.statement(customer, PageRequest.first(200)).items().reversed();
        Money sum = Money.ZERO;
        for (Receivables.EntryView entry : entries) {
            sum = sum.plus(entry.amount());
            assertThat(entry.balanceAfter()).isEqualTo(sum);
        }
        assertThat(sum).isEqualTo(position.balance());
    }

    /** Returns false when it was refused. */
    private static boolean play(CustomerId customer, Step step) {
        String order = customer + "-" + step.document();
        try {
            switch (step.kind()) {
                case COMMIT -> LEDGER.commit(customer, order, cents(step.cents()));
                case POST -> LEDGER.post(customer, order, cents(step.cents()), null, BY);
                case REVERSE -> LEDGER.reverse(customer, order, "", BY);
                case PAY -> LEDGER.receivePayment(customer, order, cents(step.cents()), "", BY);
            }
            return true;
        } catch (IllegalStateException | IllegalArgumentException refused) {
            return false;
        }
    }

    private static final class Model {
        final Map<Integer, Integer> open = new HashMap<>();
        final Map<Integer, String> commitment = new HashMap<>();
        final Map<Integer, Integer> posted = new HashMap<>();
        final Map<Integer, Integer> reversed = new HashMap<>();
        final Map<Integer, Integer> paid = new HashMap<>();
        long balance;

        boolean play(Step step) {
            int document = step.document();
            switch (step.kind()) {
                case COMMIT -> {
                    if (commitment.putIfAbsent(document, "OPEN") == null) {
                        open.put(document, step.cents());
                    }
                }
                case POST -> {
                    if ("RELEASED".equals(commitment.get(document))) {
                        return false;
                    }
                    end(document, "POSTED");
                    if (posted.putIfAbsent(document, step.cents()) == null) {
                        balance += step.cents();
                    }
                }
                case REVERSE -> {
                    end(document, "RELEASED");
                    Integer amount = posted.get(document);
                    if (amount != null && reversed.putIfAbsent(document, amount) == null) {
                        balance -= amount;
                    }
                }
                case PAY -> {
                    Integer before = paid.putIfAbsent(document, step.cents());
                    if (before == null) {
                        balance -= step.cents();
                    }
                    return before == null || before == step.cents();
                }
            }
            return true;
        }

        long committed() {
            return open.values().stream().mapToLong(Integer::longValue).sum();
        }

        private void end(int document, String how) {
            if (open.remove(document) != null) {
                commitment.put(document, how);
            }
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 100_000))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    private static Money cents(long cents) {
        return new Money(BigDecimal.valueOf(cents, 2));
    }

    private static Receivables ledger() {
        TestDatabase database = TestPostgres.newDatabase();
        var source =
                new DriverManagerDataSource(
                        database.jdbcUrl(), database.user(), database.password());
        Flyway.configure().dataSource(source).load().migrate();
        var trips =
                new NamedParameterJdbcTemplate(
                        new SingleConnectionDataSource(
                                database.jdbcUrl(), database.user(), database.password(), true));
        JdbcClient jdbc = JdbcClient.create(trips);
        return new ReceivableLedger(
                new Accounts(jdbc),
                new Commitments(jdbc, trips),
                new Entries(jdbc),
                Mockito.mock(AuditLog.class),
                event -> {},
                new MutableClock());
    }
}
