package io.mallhub.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.ledger.Receivables.CreditPosition;
import io.mallhub.ledger.Receivables.EntryView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MallTest
class ReceivablesTest {
    private static final Actor FINANCE = Actor.staff("wang", "王五");

    private final CustomerId customer = new CustomerId(UUID.randomUUID());

    @Autowired Receivables receivables;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired MutableClock clock;

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void aCustomerNobodyHasGivenCreditHasNone() {
        assertThat(receivables.position(customer).free()).isEqualTo(Money.ZERO);
        assertThat(receivables.commit(customer, order(), Money.of("0.01")).isExceeded()).isTrue();
    }

    @Test
    void anOrderUsesCreditFromSubmitOn() {
        credit("1000.00");
        String order = order();

        CreditPosition committed = receivables.commit(customer, order, Money.of("300.00"));
        EntryView posted = receivables.post(customer, order, Money.of("300.00"), null, FINANCE);

        assertThat(committed.free()).isEqualTo(Money.of("700.00"));
        assertThat(posted.balanceAfter()).isEqualTo(Money.of("300.00"));
        CreditPosition now = receivables.position(customer);
        assertThat(now.committed()).isEqualTo(Money.ZERO);
        assertThat(now.balance()).isEqualTo(Money.of("300.00"));
        assertThat(now.free()).isEqualTo(Money.of("700.00"));
    }

    @Test
    void repeatsChangeNothingAndGiveTheFirstEntry() {
        credit("1000.00");
        String order = order();
        receivables.commit(customer, order, Money.of("300.00"));
        receivables.commit(customer, order, Money.of("300.00"));

        EntryView first = receivables.post(customer, order, Money.of("300.00"), null, FINANCE);
        EntryView again = receivables.post(customer, order, Money.of("300.00"), null, FINANCE);
        EntryView paid = pay("bank-1", "100.00");
        EntryView paidAgain = pay("bank-1", "100.00");

        assertThat(again).isEqualTo(first);
        assertThat(paidAgain).isEqualTo(paid);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("200.00"));
        assertThatThrownBy(() -> pay("bank-1", "100.01"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void reversingGivesBackACommitmentOrAPostedAmountOnce() {
        credit("1000.00");
        String committed = order();
        String posted = order();
        receivables.commit(customer, committed, Money.of("200.00"));
        receivables.commit(customer, posted, Money.of("300.00"));
        receivables.post(customer, posted, Money.of("300.00"), null, FINANCE);

        for (int i = 0; i < 2; i++) {
            receivables.reverse(customer, committed, "cancelled", FINANCE);
            receivables.reverse(customer, posted, "cancelled", FINANCE);
        }

        assertThat(receivables.position(customer).free()).isEqualTo(Money.of("1000.00"));
        assertThat(receivables.statement(customer, PageRequest.first(10)).items())
                .extracting(EntryView::kind)
                .containsExactly("REVERSAL", "INVOICE");
        assertThatThrownBy(
                        () ->
                                receivables.post(
                                        customer, committed, Money.of("200.00"), null, FINANCE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDebtIsOverdueFromTheDayAfterItFellDueInShanghai() {
        receivables.setCredit(customer, Money.of("1000.00"), 30, FINANCE);
        EntryView posted = receivables.post(customer, order(), Money.of("50.00"), null, FINANCE);
        assertThat(posted.due()).isEqualTo(LocalDate.of(2026, 12, 24));

        clock.set("2026-12-24T23:59:59");
        assertThat(receivables.position(customer).overdue()).isEqualTo(Money.ZERO);
        clock.advance(Duration.ofSeconds(1));
        assertThat(receivables.position(customer).overdue()).isEqualTo(Money.of("50.00"));
        pay("bank-2", "20.00");
        assertThat(receivables.position(customer).overdue()).isEqualTo(Money.of("30.00"));
        pay("bank-3", "80.00");
        assertThat(receivables.position(customer).overdue()).isEqualTo(Money.ZERO);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("-50.00"));
    }

    @Test
    void aReversedOrderIsNeverOverdue() {
        String order = order();
        receivables.post(customer, order, Money.of("50.00"), LocalDate.of(2026, 1, 1), FINANCE);
        assertThat(receivables.position(customer).overdue()).isEqualTo(Money.of("50.00"));

        receivables.reverse(customer, order, "returned", FINANCE);

        assertThat(receivables.position(customer).overdue()).isEqualTo(Money.ZERO);
    }

    @Test
    void twoOrdersAtOnceNeverSeeTheSameFreeCredit() throws Exception {
        credit("1000.00");

        List<CreditPosition> seen =
                AtOnce.run(10, i -> receivables.commit(customer, order(), Money.of("150.00")));

        assertThat(seen).extracting(CreditPosition::free).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(CreditPosition::isExceeded)).hasSize(4);
    }

    @Test
    void theDatabaseRefusesToChangeOrDeleteAnEntry() {
        pay("bank-4", "10.00");

        for (String change :
                List.of(
                        "update receivable_entry set amount = 0",
                        "delete from receivable_entry",
                        "truncate receivable_entry")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed or deleted");
        }
    }

    @Test
    void aBalanceThatItsEntriesDoNotProveIsFound() {
        pay("bank-5", "10.00");
        assertThat(receivables.unproven()).doesNotContain(customer);

        transaction.executeWithoutResult(
                status -> {
                    status.setRollbackOnly();
                    jdbc.sql("update receivable_account set balance = 1 where customer_id = ?")
                            .param(customer.value())
                            .update();
                    assertThat(receivables.unproven()).containsExactly(customer);
                });
    }

    @Test
    void moneyThatIsNoneIsRefused() {
        assertThatThrownBy(() -> pay("k", "0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pay("k", "-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pay(" ", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> receivables.commit(customer, order(), Money.of("-1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> receivables.setCredit(customer, Money.of("-1"), 0, FINANCE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void credit(String limit) {
        receivables.setCredit(customer, Money.of(limit), 0, FINANCE);
    }

    private EntryView pay(String key, String amount) {
        return receivables.receivePayment(
                customer, key, Money.of(amount), "bank statement", FINANCE);
    }

    private static String order() {
        return "SO" + UUID.randomUUID();
    }
}
