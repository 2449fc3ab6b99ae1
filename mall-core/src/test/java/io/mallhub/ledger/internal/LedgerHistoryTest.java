package io.mallhub.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.audit.AuditLog;
import io.mallhub.fixture.MutableClock;
import io.mallhub.ledger.AccountStatements;
import io.mallhub.ledger.AccountStatements.OrderDebt;
import io.mallhub.ledger.AccountStatements.Period;
import io.mallhub.ledger.Receivables;
import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Any history, repeats and all, against a model that fits in a few lines. */
class LedgerHistoryTest {
    private static final Actor BY = Actor.system("test");
    private static final MutableClock CLOCK = new MutableClock();
    private static final Receivables LEDGER;
    private static final AccountStatements STATEMENTS;

    enum Kind {
        COMMIT,
        POST,
        REVERSE,
        CREDIT,
        PAY,
        PAY_FOR,
        TAKE_BACK
    }

    /**
     * @param days until what is posted falls due, negative when it is over
     */
    record Step(Kind kind, int document, int cents, int days) {}

    @Property(tries = 1_500)
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
        mustAddUp(customer, position);
    }

    /**
     * What is open of all orders is the balance and what is open past its day is overdue; what is
     * paid beyond is nowhere.
     */
    private static void mustAddUp(CustomerId customer, Receivables.CreditPosition position) {
        var debts = STATEMENTS.open(customer, PageRequest.first(200)).items();
        Money open = sum(debts.stream().map(OrderDebt::open));
        Money overdue = sum(debts.stream().filter(OrderDebt::overdue).map(OrderDebt::open));
        assertThat(open.compareTo(position.balance())).isNotNegative();
        if (!position.balance().isNegative()) {
            assertThat(open).isEqualTo(position.balance());
        }
        assertThat(overdue).isEqualTo(position.overdue());
        assertThat(debts)
                .allSatisfy(
                        debt -> {
                            assertThat(debt.settled()).isGreaterThanOrEqualTo(debt.meant());
                            assertThat(debt.settled()).isLessThan(debt.owed());
                            assertThat(debt.meant()).isGreaterThanOrEqualTo(Money.ZERO);
                        });
        var summary = STATEMENTS.summary(customer, Period.ALL);
        assertThat(summary.opening().plus(summary.added()).minus(summary.taken()))
                .isEqualTo(summary.closing())
                .isEqualTo(position.balance());
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.ZERO, Money::plus);
    }

    /** Returns false when it was refused. */
    private static boolean play(CustomerId customer, Step step) {
        String order = customer + "-" + step.document();
        LocalDate due = MallTime.today(CLOCK).plusDays(step.days());
        try {
            switch (step.kind()) {
                case COMMIT -> LEDGER.commit(customer, order, cents(step.cents()));
                case POST -> LEDGER.post(customer, order, cents(step.cents()), due, BY);
                case REVERSE -> LEDGER.reverse(customer, order, "", BY);
                case CREDIT ->
                        LEDGER.credit(
                                customer, order, "CN" + step.cents(), cents(step.cents()), "", BY);
                case PAY -> LEDGER.receivePayment(customer, order, cents(step.cents()), "", BY);
                case PAY_FOR ->
                        LEDGER.receivePayment(
                                customer,
                                order,
                                cents(step.cents()),
                                "",
                                List.of(
                                        order,
                                        customer + "-" + (step.document() % 5 + 1),
                                        customer + "-none"),
                                BY);
                case TAKE_BACK -> LEDGER.reversePayment(customer, order, "", BY);
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
        final Set<Integer> takenBack = new HashSet<>();
        final Map<Integer, Integer> credited = new HashMap<>();
        final Set<List<Integer>> notes = new HashSet<>();
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
                        balance -= amount - credited.getOrDefault(document, 0);
                    }
                }
                case CREDIT -> {
                    return credit(document, step.cents());
                }
                case TAKE_BACK -> {
                    Integer amount = paid.get(document);
                    if (amount != null && takenBack.add(document)) {
                        balance += amount;
                    }
                    return amount != null;
                }
                case PAY, PAY_FOR -> {
                    Integer before = paid.putIfAbsent(document, step.cents());
                    if (before == null) {
                        balance -= step.cents();
                    }
                    return before == null || before == step.cents();
                }
            }
            return true;
        }

        private boolean credit(int document, int cents) {
            if (notes.contains(List.of(document, cents))) {
                return true;
            }
            int left = posted.getOrDefault(document, 0) - credited.getOrDefault(document, 0);
            if (left < cents || reversed.containsKey(document)) {
                return false;
            }
            notes.add(List.of(document, cents));
            credited.merge(document, cents, Integer::sum);
            balance -= cents;
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
                        Arbitraries.integers().between(1, 1_000),
                        Arbitraries.integers().between(-2, 2))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static Money cents(long cents) {
        return new Money(BigDecimal.valueOf(cents, 2));
    }

    static {
        TestDatabase database = TestPostgres.newDatabase();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .load()
                .migrate();
        var trips =
                new NamedParameterJdbcTemplate(
                        new SingleConnectionDataSource(
                                database.jdbcUrl(), database.user(), database.password(), true));
        JdbcClient jdbc = JdbcClient.create(trips);
        OrderDebts debts = new OrderDebts(jdbc);
        STATEMENTS = new StatementBook(debts, jdbc, CLOCK);
        LEDGER =
                new ReceivableLedger(
                        new Accounts(jdbc),
                        new Commitments(jdbc, trips),
                        new Entries(jdbc),
                        new Allocations(jdbc),
                        debts,
                        Mockito.mock(AuditLog.class),
                        event -> {},
                        CLOCK);
    }
}
