package io.mallhub.prepaid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.MutableClock;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.prepaid.PrepaidAccounts.EntryView;
import io.mallhub.prepaid.PrepaidAccounts.HoldOutcome;
import io.mallhub.prepaid.PrepaidAmount;
import io.mallhub.prepaid.TopUpView;
import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Any history, repeats and all, against a model that knows totals only. */
class PrepaidHistoryTest {
    private static final Actor BY = Actor.system("test");
    private static final JdbcClient JDBC = database();
    private static final AccountTable ACCOUNTS = new AccountTable(JDBC);
    private static final PrepaidEntries ENTRIES = new PrepaidEntries(JDBC);
    private static final PrepaidAccounts LEDGERS =
            new PrepaidLedgers(ACCOUNTS, new HoldTable(JDBC), ENTRIES, new MutableClock());
    private static final TopUpBooking TOP_UPS =
            new TopUpBooking(ACCOUNTS, ENTRIES, new MutableClock());

    enum Kind {
        TOP_UP,
        HOLD,
        CHANGE,
        CAPTURE,
        GIVE_BACK,
        REFUND
    }

    record Step(Kind kind, int document, int cents) {}

    @Property(tries = 500)
    void everyBalanceIsTheSumOfItsEntriesAndMatchesTheModel(@ForAll("steps") List<Step> steps) {
        CustomerId customer = new CustomerId(UUID.randomUUID());
        Model model = new Model();

        for (Step step : steps) {
            assertThat(play(customer, step)).as("%s", step).isEqualTo(model.play(step));
            PrepaidAccounts.Balance now = LEDGERS.balance(customer);
            assertThat(now.balance().total()).isEqualTo(cents(model.balance));
            assertThat(now.held().total()).isEqualTo(cents(model.heldTotal()));
            assertThat(now.available().isShort()).isFalse();
        }

        assertThat(LEDGERS.unproven()).isEmpty();
        PrepaidAmount sum = PrepaidAmount.ZERO;
        for (EntryView entry :
                LEDGERS.entries(customer, PageRequest.first(200)).items().reversed()) {
            sum = sum.plus(entry.amount());
            assertThat(entry.after()).isEqualTo(sum);
        }
        assertThat(sum).isEqualTo(LEDGERS.balance(customer).balance());
    }

    /** Returns false when it was refused. */
    private static boolean play(CustomerId customer, Step step) {
        String order = customer + "-" + step.document();
        Money amount = cents(step.cents());
        try {
            return switch (step.kind()) {
                case TOP_UP -> {
                    TOP_UPS.add(topUp(customer, order, amount), "", BY);
                    yield true;
                }
                case HOLD -> isHeld(LEDGERS.hold(customer, order, amount));
                case CHANGE -> isHeld(LEDGERS.changeHold(customer, order, amount));
                case CAPTURE -> {
                    LEDGERS.capture(customer, order, held(order, amount), BY);
                    yield true;
                }
                case GIVE_BACK -> {
                    LEDGERS.giveBack(customer, order, "", BY);
                    yield true;
                }
                case REFUND -> {
                    LEDGERS.refund(customer, order, "CN" + step.cents(), amount, "", BY);
                    yield true;
                }
            };
        } catch (IllegalStateException refused) {
            return false;
        }
    }

    private static boolean isHeld(HoldOutcome outcome) {
        return outcome instanceof HoldOutcome.Held;
    }

    private static Money held(String order, Money otherwise) {
        return LEDGERS.paidWith(order).map(PrepaidAmount::total).orElse(otherwise);
    }

    private static final class Model {
        final Set<Integer> toppedUp = new HashSet<>();
        final Map<Integer, Integer> held = new HashMap<>();
        final Set<Integer> released = new HashSet<>();
        final Map<Integer, Integer> captured = new HashMap<>();
        final Map<Integer, Integer> left = new HashMap<>();
        final Set<List<Integer>> refunded = new HashSet<>();
        final Set<Integer> reversed = new HashSet<>();
        long balance;

        boolean play(Step step) {
            int document = step.document();
            int cents = step.cents();
            return switch (step.kind()) {
                case TOP_UP -> {
                    if (toppedUp.add(document)) {
                        balance += cents + cents / 10;
                    }
                    yield true;
                }
                case HOLD -> hold(document, cents);
                case CHANGE -> change(document, cents);
                case CAPTURE -> capture(document);
                case GIVE_BACK -> giveBack(document);
                case REFUND -> refund(document, cents);
            };
        }

        private boolean hold(int document, int cents) {
            if (held.containsKey(document)) {
                return held.get(document) == cents;
            }
            if (released.contains(document) || captured.containsKey(document)) {
                return false;
            }
            if (cents > balance - heldTotal()) {
                return false;
            }
            held.put(document, cents);
            return true;
        }

        private boolean change(int document, int cents) {
            if (!held.containsKey(document) || cents > balance - heldTotal() + held.get(document)) {
                return false;
            }
            held.put(document, cents);
            return true;
        }

        private boolean capture(int document) {
            if (captured.containsKey(document)) {
                return true;
            }
            Integer cents = held.remove(document);
            if (cents == null) {
                return false;
            }
            captured.put(document, cents);
            left.put(document, cents);
            balance -= cents;
            return true;
        }

        private boolean giveBack(int document) {
            if (held.remove(document) != null) {
                released.add(document);
            }
            if (captured.containsKey(document) && reversed.add(document)) {
                balance += left.put(document, 0);
            }
            return true;
        }

        private boolean refund(int document, int cents) {
            if (refunded.contains(List.of(document, cents))) {
                return true;
            }
            if (left.getOrDefault(document, 0) < cents) {
                return false;
            }
            refunded.add(List.of(document, cents));
            left.merge(document, -cents, Integer::sum);
            balance += cents;
            return true;
        }

        long heldTotal() {
            return held.values().stream().mapToLong(Integer::longValue).sum();
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.frequency(
                                Tuple.of(2, Kind.TOP_UP),
                                Tuple.of(4, Kind.HOLD),
                                Tuple.of(2, Kind.CHANGE),
                                Tuple.of(4, Kind.CAPTURE),
                                Tuple.of(1, Kind.GIVE_BACK),
                                Tuple.of(4, Kind.REFUND)),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 1_000))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    /** A tenth of it is bonus. */
    private static TopUpView topUp(CustomerId customer, String number, Money amount) {
        int cents = amount.amount().unscaledValue().intValue();
        return new TopUpView(
                number,
                customer,
                "",
                amount,
                cents(cents / 10),
                null,
                number,
                "",
                TopUpView.State.RECORDED,
                new TopUpView.Act("a", "a", Instant.EPOCH),
                null,
                "",
                null,
                "");
    }

    private static Money cents(long cents) {
        return new Money(BigDecimal.valueOf(cents, 2));
    }

    private static JdbcClient database() {
        TestDatabase database = TestPostgres.newDatabase();
        var source =
                new SingleConnectionDataSource(
                        database.jdbcUrl(), database.user(), database.password(), true);
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .load()
                .migrate();
        return JdbcClient.create(source);
    }
}
