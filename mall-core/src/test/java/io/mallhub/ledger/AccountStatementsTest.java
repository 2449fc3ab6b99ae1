package io.mallhub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.ledger.AccountStatements.EntryKind;
import io.mallhub.ledger.AccountStatements.Line;
import io.mallhub.ledger.AccountStatements.OrderDebt;
import io.mallhub.ledger.AccountStatements.Period;
import io.mallhub.ledger.AccountStatements.Summary;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class AccountStatementsTest {
    private static final Actor FINANCE = Actor.staff("wang", "王五");
    private static final PageRequest MANY = PageRequest.first(50);

    @Autowired AccountStatements statements;
    @Autowired Receivables receivables;
    @Autowired MutableClock clock;

    private final CustomerId customer = new CustomerId(UUID.randomUUID());

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void aPeriodLiesBetweenTwoBalances() {
        String first = post("2026-10-31T23:59:00", "100.00", "2026-11-10");
        String second = post("2026-11-01T00:00:00", "50.00", "2026-12-01");
        clock.set("2026-11-20T10:00:00");
        receivables.credit(customer, second, "CN1", Money.of("10.00"), "退货", FINANCE);
        pay("RC1", "120.00");
        clock.set("2026-12-01T00:00:00");
        receivables.reversePayment(customer, "RC1", "退汇", FINANCE);
        receivables.reverse(customer, first, "取消", FINANCE);

        assertThat(statements.summary(customer, november()))
                .isEqualTo(summary("100.00", "50.00", "130.00", "20.00"));
        assertThat(statements.summary(customer, Period.ALL))
                .isEqualTo(summary("0", "270.00", "230.00", "40.00"));
        assertThat(statements.lines(customer, november(), MANY).items())
                .extracting(Line::kind, Line::document, Line::order, Line::balanceAfter)
                .containsExactly(
                        tuple(EntryKind.INVOICE, second, second, Money.of("150.00")),
                        tuple(EntryKind.CREDIT, "CN1", second, Money.of("140.00")),
                        tuple(EntryKind.PAYMENT, "RC1", null, Money.of("20.00")));
        assertThat(statements.lines(customer, Period.ALL, MANY).items())
                .extracting(Line::kind)
                .endsWith(EntryKind.PAYMENT_REVERSAL, EntryKind.CANCELLED);
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsEmpty() {
        post("2026-11-01T10:00:00", "100.00", "2026-11-10");

        Period backwards = new Period(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 1));

        assertThat(statements.summary(customer, backwards))
                .isEqualTo(summary("100.00", "0", "0", "100.00"));
        assertThat(statements.lines(customer, backwards, MANY).items()).isEmpty();
    }

    @Test
    void paymentsSettleWhatFallsDueFirst() {
        String late = post("2026-11-01T10:00:00", "100.00", "2026-12-31");
        String soon = post("2026-11-02T10:00:00", "50.00", "2026-11-10");
        clock.set("2026-11-20T10:00:00");
        pay("RC1", "70.00");

        assertThat(debts()).containsExactly(debt(late, "100.00", "20.00", "0", false));
        assertThat(receivables.paidOf(customer, List.of(late, soon))).containsExactly(soon);
        assertThat(receivables.openOf(customer, List.of(late, soon))).containsExactly(late);
        assertThat(statements.lines(customer, Period.ALL, MANY).items().getFirst().debt())
                .isEqualTo(debt(late, "100.00", "20.00", "0", false));
    }

    @Test
    void aPaymentSettlesTheOrdersItIsMeantForAndThenWhatFallsDueFirst() {
        String overdue = post("2026-11-01T10:00:00", "100.00", "2026-11-10");
        String meant = post("2026-11-02T10:00:00", "50.00", "2026-12-31");
        clock.set("2026-11-20T10:00:00");

        payFor("RC1", "60.00", meant, "SO-of-nobody");

        assertThat(debts()).containsExactly(debt(overdue, "100.00", "10.00", "0", true));
        assertThat(receivables.paidOf(customer, List.of(overdue, meant))).containsExactly(meant);
        assertThat(receivables.position(customer).overdue()).isEqualTo(Money.of("90.00"));
        assertThat(receivables.unproven()).doesNotContain(customer);
    }

    @Test
    void noMoreIsMeantForAnOrderThanItOwes() {
        String order = post("2026-11-02T10:00:00", "50.00", "2026-12-31");
        String other = post("2026-11-03T10:00:00", "50.00", "2026-12-30");
        payFor("RC1", "30.00", order);
        payFor("RC1", "30.00", order);
        payFor("RC2", "40.00", order);
        assertThat(debts()).containsExactly(debt(other, "50.00", "20.00", "0", false));

        receivables.credit(customer, order, "CN1", Money.of("25.00"), "退货", FINANCE);

        assertThat(debts()).containsExactly(debt(other, "50.00", "45.00", "0", false));
        assertThat(receivables.unproven()).doesNotContain(customer);
    }

    @Test
    void aPaymentThatIsTakenBackSettlesNothing() {
        String order = post("2026-11-02T10:00:00", "50.00", "2026-12-30");
        payFor("RC1", "30.00", order);

        receivables.reversePayment(customer, "RC1", "退汇", FINANCE);
        receivables.reversePayment(customer, "RC1", "退汇", FINANCE);
        payFor("RC1", "30.00", order);

        assertThat(debts()).containsExactly(debt(order, "50.00", "0", "0", false));
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("50.00"));
        assertThat(receivables.unproven()).doesNotContain(customer);
    }

    private List<OrderDebt> debts() {
        return statements.open(customer, MANY).items();
    }

    private static OrderDebt debt(
            String order, String owed, String settled, String meant, boolean overdue) {
        LocalDate due =
                overdue
                        ? LocalDate.of(2026, 11, 10)
                        : LocalDate.of(2026, 12, owed.equals("50.00") ? 30 : 31);
        return new OrderDebt(
                order, due, Money.of(owed), Money.of(settled), Money.of(meant), overdue);
    }

    private static Period november() {
        return new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
    }

    private static Summary summary(String opening, String added, String taken, String closing) {
        return new Summary(Money.of(opening), Money.of(added), Money.of(taken), Money.of(closing));
    }

    private String post(String at, String amount, String due) {
        clock.set(at);
        String order = "SO" + UUID.randomUUID();
        receivables.post(customer, order, Money.of(amount), LocalDate.parse(due), FINANCE);
        return order;
    }

    private void pay(String key, String amount) {
        payFor(key, amount);
    }

    private void payFor(String key, String amount, String... orders) {
        receivables.receivePayment(customer, key, Money.of(amount), key, List.of(orders), FINANCE);
    }
}
