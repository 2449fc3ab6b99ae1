package io.mallhub.commission.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.audit.AuditLog;
import io.mallhub.commission.CommissionRules.PutRule;
import io.mallhub.commission.Commissions.ClawBack;
import io.mallhub.commission.Entry;
import io.mallhub.commission.Payee;
import io.mallhub.commission.Payees.ChangePayee;
import io.mallhub.commission.Rule;
import io.mallhub.commission.StatementState;
import io.mallhub.commission.StatementView;
import io.mallhub.commission.StatementView.LineState;
import io.mallhub.commission.StatementView.Step;
import io.mallhub.commission.Statements.ActOutcome;
import io.mallhub.commission.Statements.StatementQuery;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.MutableClock;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.StandIns;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.OrderCompleted;
import io.mallhub.order.Orders;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.runtime.fixture.TestDatabase;
import io.mallhub.runtime.fixture.TestPostgres;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.statistics.Statistics;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Earning, returns, disputes, payouts and claw-backs of one salesperson in any order, repeats and
 * all, on the real tables: the ledger is what the lines are worth now less what was paid, each line
 * earned once, and every amount of a statement is one of its lines.
 */
class CommissionHistoryTest {
    private static final Actor ADMIN = Actor.staff("admin", "Admin");
    private static final Actor SALES = Actor.staff("sales-head", "Sales");
    private static final Actor SALES_TWO = Actor.staff("sales-two", "Other Sales");
    private static final Actor FINANCE = Actor.staff("finance", "Finance");
    private static final Money BONUS = Money.of("50.00");
    private static final Commission COMMISSION = new Commission();

    private static final List<Act> MONTH =
            List.of(Act.NEXT_MONTH, Act.PUBLISH, Act.CLOSE, Act.APPROVE, Act.POST, Act.PAY);

    enum Act {
        COMPLETE,
        COMPLETE_ON_BEHALF,
        RETURN,
        RETURN_AGAIN,
        CORRECT,
        /** The next month as far as it gets, or to where it is stopped. */
        MONTH,
        NEXT_MONTH,
        PUBLISH,
        DISPUTE,
        RESOLVE,
        CLOSE,
        APPROVE,
        POST,
        PAY,
        FAIL,
        WITHDRAW
    }

    /**
     * @param order which of a few
     * @param line 1 or 2
     */
    record Event(Act act, int order, int line, int cents) {}

    @Provide
    Arbitrary<List<Event>> histories() {
        Arbitrary<Act> acts =
                Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(4, List.of(Act.COMPLETE)),
                                net.jqwik.api.Tuple.of(2, List.of(Act.COMPLETE_ON_BEHALF)),
                                net.jqwik.api.Tuple.of(4, List.of(Act.RETURN, Act.RETURN_AGAIN)),
                                net.jqwik.api.Tuple.of(3, List.of(Act.MONTH)),
                                net.jqwik.api.Tuple.of(2, List.of(Act.CORRECT)),
                                net.jqwik.api.Tuple.of(
                                        3, List.of(Act.DISPUTE, Act.RESOLVE, Act.WITHDRAW)),
                                net.jqwik.api.Tuple.of(
                                        9,
                                        List.of(
                                                Act.NEXT_MONTH,
                                                Act.PUBLISH,
                                                Act.CLOSE,
                                                Act.APPROVE,
                                                Act.POST,
                                                Act.PAY,
                                                Act.FAIL)))
                        .flatMap(Arbitraries::of);
        return Combinators.combine(
                        acts,
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(1, 200_000))
                .as(Event::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 120)
    void theLedgerIsWhatTheLinesAreWorthLessWhatWasPaid(@ForAll("histories") List<Event> history) {
        play(history);
    }

    @Property(tries = 2_000)
    @Tag("slow")
    void soItIsOverThousandsOfHistories(@ForAll("histories") List<Event> history) {
        play(history);
    }

    private static void play(List<Event> history) {
        Seller seller = COMMISSION.aSeller();

        history.forEach(seller::play);
        seller.month(MONTH.size(), history.size());

        seller.mustAddUp();
        seller.statementsMustBeTheirLines();
        Statistics.label("paid, and some of it clawed back afterwards")
                .collect(seller.isClawedBackAfterAPayment());
        Statistics.label("a line disputed or withdrawn stands on a later statement")
                .collect(seller.hasACarriedLine());
        Statistics.label("paid without a line that was disputed")
                .collect(seller.isPaidBesideADispute());
        Statistics.label("below zero").collect(seller.owes());
    }

    /** One salesperson with one customer, and what the test itself keeps of them. */
    private static final class Seller {
        final String login = "s-" + UUID.randomUUID();
        final Actor self = Actor.staff(login, login);
        final CustomerId customer = new CustomerId(UUID.randomUUID());
        final Commission commission;

        /** Net amounts by line, of orders that were completed, and by whom. */
        final Map<String, List<Money>> completed = new HashMap<>();

        final Map<String, BigDecimal> rates = new HashMap<>();
        final Map<String, Money> returned = new HashMap<>();
        final Set<String> keys = new HashSet<>();
        @Nullable String lastKey;
        int refused;

        Seller(Commission commission) {
            this.commission = commission;
        }

        void play(Event event) {
            try {
                attempt(event);
            } catch (IllegalStateException | IllegalArgumentException notNow) {
                refused++; // what the database refuses is no such exception, and fails the test
            }
        }

        private void attempt(Event event) {
            String order = login + "/" + event.order();
            switch (event.act()) {
                case COMPLETE -> complete(order, event, false);
                case COMPLETE_ON_BEHALF -> complete(order, event, true);
                case RETURN -> giveBack(order, event, "r" + keys.size());
                case RETURN_AGAIN -> giveBack(order, event, lastKey == null ? "r0" : lastKey);
                case CORRECT -> correct(event);
                case NEXT_MONTH -> commission.computeNextMonth();
                case MONTH -> month(1 + event.order() * 2, event.cents());
                default -> newest().ifPresent(statement -> payout(statement, event));
            }
        }

        /** So many steps of it; every other one with a dispute, some of them answered in time. */
        void month(int steps, int choice) {
            for (Act act : MONTH.subList(0, Math.min(steps, MONTH.size()))) {
                if (act == Act.CLOSE && choice % 2 == 0) {
                    play(new Event(Act.DISPUTE, 1, 1, choice));
                }
                if (act == Act.POST && choice % 3 == 0) {
                    play(new Event(Act.RESOLVE, 1, 1, choice));
                }
                play(new Event(act, 1, 1, 1));
            }
        }

        private void complete(String order, Event event, boolean onBehalf) {
            List<Money> nets = List.of(cents(event.cents()), cents(event.cents() / 3 + 1));
            if (completed.putIfAbsent(order, nets) == null) {
                rates.put(order, new BigDecimal(onBehalf ? "0.02" : "0.03"));
            }
            List<OrderCompleted.Line> lines = new ArrayList<>();
            for (int i = 0; i < nets.size(); i++) {
                lines.add(
                        new OrderCompleted.Line(
                                i + 1,
                                new ProductId(UUID.randomUUID()),
                                Quantity.of(1),
                                nets.get(i)));
            }
            commission.ledger.on(
                    new OrderCompleted(
                            order,
                            customer,
                            onBehalf ? self : Actor.buyer("buyer", "Buyer"),
                            commission.clock.instant(),
                            lines));
        }

        private void giveBack(String order, Event event, String key) {
            Money net = cents(event.cents());
            commission.ledger.clawBack(
                    new ClawBack(
                            order, event.line(), Quantity.of(1), net, "TH-" + order, login + key));
            if (keys.add(key)) {
                returned.merge(order + "#" + event.line(), net, Money::plus);
            }
            lastKey = key;
        }

        private void correct(Event event) {
            List<Entry> earned =
                    entries().stream().filter(it -> it.kind() == Entry.Kind.EARNED).toList();
            if (!earned.isEmpty()) {
                commission.ledger.correct(
                        earned.get(event.cents() % earned.size()).sequence(),
                        cents(event.cents() % 900),
                        "checked",
                        ADMIN);
            }
        }

        private void payout(StatementView statement, Event event) {
            String number = statement.row().number();
            switch (event.act()) {
                case PUBLISH -> {
                    commission.statements.checkPayee(number);
                    commission.statements.publish(number);
                }
                case DISPUTE -> {
                    List<StatementView.Line> lines = statement.lines();
                    long entry = lines.get(event.cents() % lines.size()).entry().sequence();
                    commission.statements.dispute(number, entry, "too little", self);
                }
                case RESOLVE ->
                        statement.disputes().stream()
                                .filter(it -> it.upheld() == null)
                                .findFirst()
                                .ifPresent(
                                        it ->
                                                resolve(
                                                        it.id(),
                                                        event.cents() % 2 == 0,
                                                        cents(event.cents() % 700)));
                case CLOSE -> {
                    commission.payouts.closeWindow(number);
                    commission.payouts.requestApprovals(number, false);
                }
                case APPROVE -> {
                    commission.payouts.decide(number, Step.SALES, true, "", SALES);
                    commission.payouts.decide(number, Step.FINANCE, true, "", FINANCE);
                    commission.payouts.approve(number);
                }
                case POST -> {
                    commission.payouts.startVoucher(number);
                    commission.payouts.recordVoucherPosted(
                            number, "PZ-" + number, commission.clock.instant());
                }
                case PAY -> {
                    commission.payouts.createFile(statement.row().month(), FINANCE);
                    for (int twice = 0; twice < 2; twice++) {
                        commission.payouts.recordPaid(
                                number, "HT-" + number, MallTime.today(commission.clock), FINANCE);
                    }
                }
                case FAIL -> commission.payouts.recordFailed(number, "name differs", FINANCE);
                case WITHDRAW -> commission.payouts.withdraw(number, "no", ADMIN);
                default -> throw new AssertionError(event);
            }
        }

        private void resolve(long dispute, boolean upheld, Money amount) {
            ActOutcome ignored =
                    commission.statements.resolve(
                            dispute, upheld, upheld ? amount : null, "looked at it", SALES_TWO);
            assertThat(ignored).isNotNull();
        }

        private java.util.Optional<StatementView> newest() {
            return mine().stream().findFirst();
        }

        private List<StatementView> mine() {
            return commission
                    .statements
                    .page(new StatementQuery(null, null, login), PageRequest.first(50))
                    .items()
                    .stream()
                    .map(row -> commission.statements.statement(row.number()).orElseThrow())
                    .toList();
        }

        /** Oldest first. */
        private List<Entry> entries() {
            return commission.ledger.entries(login, PageRequest.first(200)).items().reversed();
        }

        void mustAddUp() {
            List<Entry> entries = entries();
            Money sum = Money.ZERO;
            for (Entry entry : entries) {
                sum = sum.plus(entry.amount());
                assertThat(entry.balanceAfter()).isEqualTo(sum);
            }
            assertThat(commission.ledger.balance(login)).isEqualTo(sum);
            assertThat(commission.ledger.unproven()).isEmpty();

            Money worth = Money.ZERO;
            Set<String> linesThatEarned = new HashSet<>();
            for (Entry entry : entries) {
                switch (entry.kind()) {
                    case EARNED -> {
                        assertThat(linesThatEarned.add(entry.order() + "#" + entry.line()))
                                .isTrue();
                        worth = worth.plus(worthNow(entry, entries));
                    }
                    case BONUS -> worth = worth.plus(bonusNow(entry, entries));
                    case CLAWED_BACK, REVERSAL, CORRECTION ->
                            assertThat(entry.corrects()).isNotNull();
                    case PAID -> {}
                }
            }
            completed.forEach(
                    (order, nets) -> {
                        for (int line = 1; line <= nets.size(); line++) {
                            boolean earns =
                                    !new Money(nets.get(line - 1).amount().multiply(rate(order)))
                                            .isZero();
                            assertThat(linesThatEarned.contains(order + "#" + line))
                                    .isEqualTo(earns);
                        }
                    });
            assertThat(entries).filteredOn(it -> it.kind() == Entry.Kind.BONUS).hasSizeLessThan(2);
            // negative only by what was paid out before it was clawed back
            assertThat(worth.isNegative()).isFalse();
            assertThat(sum).isEqualTo(worth.minus(paid(entries)));
        }

        private List<Money> nets(String order) {
            return completed.getOrDefault(order, List.of());
        }

        private BigDecimal rate(String order) {
            return rates.getOrDefault(order, BigDecimal.ZERO);
        }

        /** What the line stands at after corrections, less the part that came back. */
        private Money worthNow(Entry earned, List<Entry> entries) {
            String order = String.valueOf(earned.order());
            Money net = nets(order).get(earned.line() - 1);
            assertThat(earned.basis()).isEqualTo(net);
            assertThat(earned.amount()).isEqualTo(new Money(net.amount().multiply(rate(order))));
            Money standing = earned.amount();
            Money gone = Money.ZERO;
            for (Entry about : entries) {
                if (about.corrects() != null && about.corrects() == earned.sequence()) {
                    if (about.kind() == Entry.Kind.CLAWED_BACK) {
                        gone = gone.minus(about.amount());
                    } else {
                        standing = standing.plus(about.amount());
                    }
                }
            }
            Money back = returned.getOrDefault(order + "#" + earned.line(), Money.ZERO);
            BigDecimal part =
                    back.amount()
                            .min(net.amount())
                            .multiply(standing.amount())
                            .divide(net.amount(), 2, RoundingMode.HALF_UP);
            assertThat(gone).isEqualTo(new Money(part));
            assertThat(standing.isNegative()).isFalse();
            return standing.minus(gone);
        }

        private Money bonusNow(Entry bonus, List<Entry> entries) {
            String order = String.valueOf(bonus.order());
            assertThat(bonus.amount()).isEqualTo(BONUS);
            Money net = nets(order).stream().reduce(Money.ZERO, Money::plus);
            Money back =
                    returned.entrySet().stream()
                            .filter(it -> it.getKey().startsWith(order + "#"))
                            .map(Map.Entry::getValue)
                            .reduce(Money.ZERO, Money::plus);
            Money left = back.compareTo(net) >= 0 ? Money.ZERO : BONUS;
            Money kept =
                    entries.stream()
                            .filter(
                                    it ->
                                            it.corrects() != null
                                                    && it.corrects() == bonus.sequence())
                            .map(Entry::amount)
                            .reduce(BONUS, Money::plus);
            assertThat(kept).isEqualTo(left);
            return left;
        }

        private static Money paid(List<Entry> entries) {
            return entries.stream()
                    .filter(it -> it.kind() == Entry.Kind.PAID)
                    .map(Entry::amount)
                    .reduce(Money.ZERO, Money::plus)
                    .negate();
        }

        boolean isClawedBackAfterAPayment() {
            List<Entry.Kind> kinds = entries().stream().map(Entry::kind).toList();
            int paid = kinds.indexOf(Entry.Kind.PAID);
            return paid >= 0 && kinds.lastIndexOf(Entry.Kind.CLAWED_BACK) > paid;
        }

        boolean hasACarriedLine() {
            return mine().stream()
                    .flatMap(it -> it.lines().stream())
                    .anyMatch(it -> it.state() == LineState.CARRIED);
        }

        boolean isPaidBesideADispute() {
            return mine().stream()
                    .anyMatch(
                            it ->
                                    it.row().state() == StatementState.PAID
                                            && !it.disputes().isEmpty());
        }

        boolean owes() {
            return commission.ledger.balance(login).isNegative();
        }

        void statementsMustBeTheirLines() {
            Map<String, Money> paid = new HashMap<>();
            entries().stream()
                    .filter(it -> it.kind() == Entry.Kind.PAID)
                    .forEach(
                            it ->
                                    assertThat(paid.put(it.document(), it.amount().negate()))
                                            .as("paid once: " + it.document())
                                            .isNull());
            Set<Long> counted = new HashSet<>();
            for (StatementView statement : mine()) {
                Money open = Money.ZERO;
                for (StatementView.Line line : statement.lines()) {
                    Entry entry = line.entry();
                    assertThat(entry.beneficiary()).isEqualTo(login);
                    assertThat(entry.order()).isNotNull();
                    if (line.state() != LineState.CARRIED) {
                        assertThat(counted.add(entry.sequence()))
                                .as("on one statement: " + entry.sequence())
                                .isTrue();
                    }
                    if (line.state() == LineState.OPEN) {
                        open = open.plus(entry.amount());
                    }
                }
                String number = statement.row().number();
                if (statement.row().state() == StatementState.PAID) {
                    assertThat(paid.remove(number)).isEqualTo(open);
                    assertThat(statement.approvals())
                            .extracting(StatementView.Approval::by)
                            .doesNotHaveDuplicates()
                            .hasSizeGreaterThan(1);
                }
            }
            assertThat(paid).isEmpty();
        }
    }

    /** The context on a database of its own. */
    private static final class Commission {
        final MutableClock clock = new MutableClock();
        final CommissionLedger ledger;
        final StatementDesk statements;
        final PayoutDesk payouts;
        private final PayeeTable payees;
        private final Map<CustomerId, String> sellers = new HashMap<>();
        private YearMonth month = YearMonth.from(MallTime.today(clock));

        Commission() {
            NamedParameterJdbcTemplate template = new NamedParameterJdbcTemplate(database());
            JdbcClient jdbc = JdbcClient.create(template);
            AuditLog audit = mock();
            Customers customers = mock();
            when(customers.salespersonOf(any()))
                    .thenAnswer(
                            asked ->
                                    java.util.Optional.ofNullable(
                                            sellers.get(asked.<CustomerId>getArgument(0))));
            StandIns standIns = mock();
            when(standIns.eyes(any(), any())).thenAnswer(asked -> Eyes.of(asked.getArgument(0)));
            OnlinePayments online = mock();
            when(online.paidOf(any()))
                    .thenAnswer(asked -> new HashSet<>(asked.<List<String>>getArgument(0)));
            RuleTable rules = new RuleTable(jdbc);
            SettledOrders orders = new SettledOrders(jdbc, template);
            CommissionEntries entries = new CommissionEntries(jdbc);
            CommissionBooking booking =
                    new CommissionBooking(
                            rules,
                            orders,
                            entries,
                            mock(Receivables.class),
                            mock(PrepaidAccounts.class),
                            online,
                            clock);
            ledger = new CommissionLedger(orders, entries, booking, customers, audit, clock);
            StatementTable table = new StatementTable(jdbc);
            StatementLines lines = new StatementLines(jdbc);
            payees = new PayeeTable(jdbc);
            Accounts accounts = mock();
            LinkCheck links = new LinkCheck(lines, payees, customers, accounts, clock);
            PayoutHistory history = new PayoutHistory(lines, standIns, audit);
            statements =
                    new StatementDesk(
                            table,
                            lines,
                            links,
                            new LinkClearing(lines, history, standIns),
                            new DisputeResolving(lines, ledger, history, standIns, clock),
                            new Proof(mock(Orders.class), rules, orders, entries),
                            payees,
                            accounts,
                            audit,
                            event -> {},
                            clock);
            payouts =
                    new PayoutDesk(
                            table,
                            lines,
                            new PayoutApprovals(
                                    table, lines, payees, links, history, standIns, clock),
                            history,
                            new VoucherSending(table, clock, Duration.ofMinutes(1)),
                            new PaymentFiles(jdbc, table, payees, links, clock),
                            entries,
                            standIns,
                            audit,
                            event -> {},
                            clock);
            RuleBook book = new RuleBook(rules, new DistributionRateTable(jdbc), audit, clock);
            book.put(rule(Rule.Kind.SELF_SERVICE, "0.03", null));
            book.put(rule(Rule.Kind.ON_BEHALF, "0.02", null));
            book.put(rule(Rule.Kind.ACTIVATION, null, BONUS));
        }

        private PutRule rule(Rule.Kind kind, @Nullable String rate, @Nullable Money bonus) {
            return new PutRule(
                    kind,
                    null,
                    0,
                    rate == null ? null : new BigDecimal(rate),
                    bonus,
                    MallTime.today(clock),
                    null,
                    "test",
                    ADMIN);
        }

        Seller aSeller() {
            Seller seller = new Seller(this);
            sellers.put(seller.customer, seller.login);
            Payee payee =
                    payees.add(
                            new ChangePayee(
                                    seller.login, "Holder", "Bank", "6222", "", "", "", ADMIN),
                            seller.login,
                            clock.instant());
            payees.decide(payee.id(), true, SALES, clock.instant(), clock.instant());
            return seller;
        }

        void computeNextMonth() {
            clock.set(month.plusMonths(1).atDay(1) + "T09:00:00");
            statements.compute(month, ADMIN);
            month = month.plusMonths(1);
        }

        private static DataSource database() {
            TestDatabase database = TestPostgres.newDatabase();
            Flyway.configure()
                    .dataSource(database.jdbcUrl(), database.user(), database.password())
                    .load()
                    .migrate();
            return new SingleConnectionDataSource(
                    database.jdbcUrl(), database.user(), database.password(), true);
        }
    }

    private static Money cents(long cents) {
        return new Money(BigDecimal.valueOf(cents, 2));
    }
}
