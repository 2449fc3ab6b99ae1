package io.mallhub.receipt;

import static io.mallhub.fixture.ReceiptFixtures.CONFIRMER;
import static io.mallhub.fixture.ReceiptFixtures.RECORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.audit.FourEyesProof;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.ReceiptFixtures;
import io.mallhub.ledger.Receivables;
import io.mallhub.ledger.Receivables.EntryView;
import io.mallhub.notification.Inbox;
import io.mallhub.notification.NoticeView;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Recipient;
import io.mallhub.receipt.ReceiptView.State;
import io.mallhub.receipt.Receipts.DecideOutcome;
import io.mallhub.receipt.Receipts.RecordOutcome;
import io.mallhub.receipt.Receipts.RecordReceipt;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MallTest
class ReceiptsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final DecideOutcome DONE = new DecideOutcome.Done();

    @Autowired Receipts receipts;
    @Autowired Receivables receivables;
    @Autowired ReceiptFixtures paid;
    @Autowired CustomerFixtures customers;
    @Autowired Notifications notifications;
    @Autowired FourEyesProof proof;
    @Autowired AuditLog audit;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private CustomerId customer;

    @BeforeEach
    void aCustomerThatOwes() {
        customer = customers.anActiveCustomer().id();
        receivables.post(customer, order(), Money.of("100.00"), null, CONFIRMER);
    }

    @Test
    void theLedgerKnowsAReceiptOnlyAfterAnotherPersonConfirmed() {
        String number = paid.recorded(customer, "30.00");
        assertThat(balance()).isEqualTo(Money.of("100.00"));

        assertThat(receipts.confirm(number, RECORDER)).isEqualTo(refused("recorder"));
        assertThat(receipts.confirm(number, Actor.staff("CAI", ""))).isEqualTo(refused("recorder"));
        assertThat(receipts.confirm(number, Actor.buyer("han", "")))
                .isEqualTo(refused("not-staff"));
        assertThat(balance()).isEqualTo(Money.of("100.00"));
        assertThat(receipts.confirm(number, CONFIRMER)).isEqualTo(DONE);
        assertThat(receipts.confirm(number, CONFIRMER)).isEqualTo(DONE);

        assertThat(balance()).isEqualTo(Money.of("70.00"));
        assertThat(entries()).extracting(EntryView::document).containsOnlyOnce(number);
        assertThat(receivables.unproven()).doesNotContain(customer);
        assertThat(breachesOf(number)).isEmpty();
        assertThat(actionsOn(number))
                .contains("record-receipt", "confirm-receipt")
                .haveExactly(3, equalTo("refuse-approval"));
    }

    @Test
    void confirmedByManyAtOnceItIsBookedOnce() throws Exception {
        String number = paid.recorded(customer, "30.00");

        List<DecideOutcome> outcomes =
                AtOnce.run(6, i -> receipts.confirm(number, Actor.staff("fin" + i, "")));

        assertThat(Collections.frequency(outcomes, DONE)).isEqualTo(1);
        assertThat(balance()).isEqualTo(Money.of("70.00"));
    }

    @Test
    void financeIsToldThatOneWaitsAndTheCompanyWhenItIsBookedAndTakenBack() {
        String number = paid.recorded(customer, "30.00");
        assertThat(told()).isEmpty();
        receipts.confirm(number, CONFIRMER);
        receipts.askReversal(number, "银行退汇", CONFIRMER);
        receipts.reverse(number, RECORDER);

        assertThat(told())
                .satisfiesExactly(
                        last -> assertThat(last.text()).contains("30.00", "银行退汇"),
                        first -> assertThat(first.text()).contains("30.00", "已入账"));
        assertThat(noticed("receipt-recorded/" + number)).isEqualTo(1);
        assertThat(noticed("receipt-reversal-asked/" + number + "/1")).isEqualTo(1);
    }

    @Test
    void oneThatWasRecordedWronglyIsDiscardedAndItsTransferMayBeRecordedAnew() {
        String reference = "R" + UUID.randomUUID();
        String number = number(receipts.record(paid.command(customer, "30.00", reference)));
        assertThat(receipts.discard(number, " ", RECORDER)).isEqualTo(refused("reason-missing"));

        assertThat(receipts.discard(number, "另一家公司的", RECORDER)).isEqualTo(DONE);

        assertThat(receipts.discard(number, "again", RECORDER))
                .isEqualTo(refused("decided-already"));
        assertThat(receipts.confirm(number, CONFIRMER)).isEqualTo(refused("decided-already"));
        assertThat(balance()).isEqualTo(Money.of("100.00"));
        CustomerId other = customers.anActiveCustomer().id();
        assertThat(receipts.record(paid.command(other, "30.00", reference)))
                .isInstanceOf(RecordOutcome.Recorded.class);
    }

    @Test
    void aBookedOneIsTakenBackByTwoPeopleWithAReason() {
        String number = paid.booked(customer, "30.00");
        assertThat(receipts.reverse(number, RECORDER)).isEqualTo(refused("not-asked"));
        assertThat(receipts.askReversal(number, "", RECORDER)).isEqualTo(refused("reason-missing"));

        assertThat(receipts.askReversal(number, "退汇", RECORDER)).isEqualTo(DONE);
        assertThat(receipts.askReversal(number, "退汇", CONFIRMER)).isEqualTo(refused("not-booked"));
        assertThat(receipts.reverse(number, RECORDER)).isEqualTo(refused("asker"));
        assertThat(balance()).isEqualTo(Money.of("70.00"));
        assertThat(receipts.reverse(number, CONFIRMER)).isEqualTo(DONE);
        assertThat(receipts.reverse(number, CONFIRMER)).isEqualTo(DONE);

        assertThat(balance()).isEqualTo(Money.of("100.00"));
        assertThat(entries().getFirst().kind()).isEqualTo("PAYMENT_REVERSAL");
        assertThat(receivables.unproven()).doesNotContain(customer);
        assertThat(breachesOf(number)).isEmpty();
        assertThat(receipts.acts(number))
                .extracting(ReceiptAct::step)
                .containsExactly(
                        ReceiptStep.RECORDED,
                        ReceiptStep.CONFIRMED,
                        ReceiptStep.REVERSAL_ASKED,
                        ReceiptStep.REVERSED);
        assertThat(receipts.page(customer, State.REVERSED, PageRequest.first(5)).items())
                .singleElement()
                .satisfies(it -> assertThat(it.number()).isEqualTo(number));
    }

    @Test
    void aRequestThatWasDeclinedMayBeMadeAgainTheOtherWayRound() {
        String number = paid.booked(customer, "30.00");
        receipts.askReversal(number, "退汇", RECORDER);
        assertThat(receipts.declineReversal(number, CONFIRMER)).isEqualTo(DONE);
        assertThat(receipts.declineReversal(number, CONFIRMER)).isEqualTo(refused("not-asked"));

        receipts.askReversal(number, "退汇", CONFIRMER);
        assertThat(receipts.reverse(number, CONFIRMER)).isEqualTo(refused("asker"));
        assertThat(receipts.reverse(number, RECORDER)).isEqualTo(DONE);

        assertThat(balance()).isEqualTo(Money.of("100.00"));
        assertThat(breachesOf(number)).isEmpty();
    }

    @Test
    void whoeverGetsPastTheFourEyesIsFoundInTheRecords() {
        String number = paid.recorded(customer, "30.00");

        transaction.executeWithoutResult(
                status -> {
                    status.setRollbackOnly();
                    act(number, "CONFIRMED", 0);
                    act(number, "REVERSAL_ASKED", 1);
                    act(number, "REVERSED", 1);
                    assertThat(breachesOf(number))
                            .extracting(FourEyesProof.Breach::decision)
                            .containsExactlyInAnyOrder("confirm", "reverse");
                });
    }

    private void act(String number, String kind, int request) {
        jdbc.sql(
                        """
                        insert into receipt_act (receipt, kind, request, by_id, by_name, at, reason)
                        values (?, ?, ?, 'CAI', '', now(), 'x')
                        """)
                .params(number, kind, request)
                .update();
    }

    @Test
    void whatWasDoneIsNeverChangedOrDeleted() {
        paid.booked(customer, "30.00");

        for (String table : List.of("receipt_act", "receivable_allocation")) {
            for (String change : List.of("update %s set at = now()", "delete from %s")) {
                assertThatThrownBy(() -> jdbc.sql(change.formatted(table)).update())
                        .isInstanceOf(DataAccessException.class)
                        .hasMessageContaining("never changed or deleted");
            }
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(record("0.00", "R1", TODAY)).isEqualTo(problem("amount"));
        assertThat(record("1000000000.01", "R1", TODAY)).isEqualTo(problem("amount"));
        assertThat(record("1.00", " ", TODAY)).isEqualTo(problem("reference"));
        assertThat(record("1.00", "R".repeat(101), TODAY)).isEqualTo(problem("reference"));
        assertThat(record("1.00", "R1", TODAY.plusDays(1))).isEqualTo(problem("day"));
        assertThat(record("1.00", "R1", TODAY.minusDays(367))).isEqualTo(problem("day"));
        assertThat(
                        receipts.record(
                                new RecordReceipt(
                                        customer,
                                        Money.of("1"),
                                        "R1",
                                        TODAY,
                                        "n".repeat(501),
                                        List.of(),
                                        RECORDER)))
                .isEqualTo(problem("note-too-long"));
        assertThat(
                        receipts.record(
                                new RecordReceipt(
                                        customer,
                                        Money.of("1"),
                                        "R1",
                                        TODAY,
                                        "",
                                        List.of(),
                                        Actor.buyer("han", ""))))
                .isEqualTo(problem("not-staff"));
        assertThat(receipts.record(paid.command(new CustomerId(UUID.randomUUID()), "1.00", "R1")))
                .isEqualTo(problem("unknown-customer"));
    }

    @Test
    void onlyOrdersThatAreOwedCanBeNamed() {
        CustomerId other = customers.anActiveCustomer().id();
        String theirs = order();
        receivables.post(other, theirs, Money.of("5.00"), null, CONFIRMER);

        assertThat(receipts.record(paid.command(customer, "1.00", "R1", theirs)))
                .isEqualTo(new RecordOutcome.Refused("receipt.order-not-open", theirs));
        assertThat(receipts.record(paid.command(other, "1.00", "R" + UUID.randomUUID(), theirs)))
                .isInstanceOf(RecordOutcome.Recorded.class);
    }

    private RecordOutcome record(String amount, String reference, LocalDate day) {
        return receipts.record(
                new RecordReceipt(
                        customer, Money.of(amount), reference, day, "", List.of(), RECORDER));
    }

    private static RecordOutcome problem(String what) {
        return new RecordOutcome.Refused("receipt." + what, "");
    }

    private static DecideOutcome refused(String why) {
        return new DecideOutcome.Refused("receipt." + why);
    }

    private static String number(RecordOutcome outcome) {
        return ((RecordOutcome.Recorded) outcome).number();
    }

    private Money balance() {
        return receivables.position(customer).balance();
    }

    private List<EntryView> entries() {
        return receivables.statement(customer, PageRequest.first(9)).items();
    }

    private List<FourEyesProof.Breach> breachesOf(String number) {
        return proof.verify().breaches().stream()
                .filter(it -> it.subject().startsWith(number))
                .toList();
    }

    private List<String> actionsOn(String number) {
        return audit
                .page(new AuditQuery(null, "receipt", number, null), PageRequest.first(20))
                .items()
                .stream()
                .map(it -> it.entry().action())
                .toList();
    }

    private static org.assertj.core.api.Condition<String> equalTo(String value) {
        return new org.assertj.core.api.Condition<>(value::equals, value);
    }

    private long noticed(String key) {
        return jdbc.sql("select count(*) from notice where notice_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private List<NoticeView> told() {
        String company = new Recipient.Company(customer).audience();
        return notifications
                .inbox(
                        new Inbox("buyer:han", List.of(company)),
                        Locale.CHINESE,
                        PageRequest.first(9))
                .items();
    }

    private static String order() {
        return "SO" + UUID.randomUUID();
    }
}
