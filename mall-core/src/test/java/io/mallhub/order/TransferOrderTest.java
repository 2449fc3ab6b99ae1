package io.mallhub.order;

import static io.mallhub.fixture.ReceiptFixtures.CONFIRMER;
import static io.mallhub.fixture.ReceiptFixtures.RECORDER;
import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.audit.FourEyesProof;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.ReceiptFixtures;
import io.mallhub.fixture.TransferFixtures;
import io.mallhub.ledger.AccountStatements;
import io.mallhub.ledger.AccountStatements.EntryKind;
import io.mallhub.ledger.AccountStatements.Period;
import io.mallhub.order.Orders.Sending;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Announcements.AnnounceOutcome;
import io.mallhub.receipt.Announcements.AnnouncementState;
import io.mallhub.receipt.OrderTransferReceived;
import io.mallhub.receipt.OrderTransfers;
import io.mallhub.receipt.OrderTransfers.CloseOutcome;
import io.mallhub.receipt.OrderTransfers.TransferState;
import io.mallhub.receipt.OrderTransfers.TransferView;
import io.mallhub.receipt.Receipts;
import io.mallhub.receipt.Receipts.DecideOutcome;
import io.mallhub.receipt.Receipts.RecordOutcome;
import io.mallhub.receipt.Repayments;
import io.mallhub.receipt.Repayments.Outcome;
import io.mallhub.receipt.Repayments.RecordRepayment;
import io.mallhub.receipt.Repayments.RepaymentState;
import io.mallhub.receipt.Repayments.RepaymentView;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders of 100.00 that are paid by bank transfer. */
class TransferOrderTest extends OrderTest {
    @Autowired OrderTransfers transfers;
    @Autowired Announcements announcements;
    @Autowired Receipts receipts;
    @Autowired Repayments repayments;
    @Autowired AccountStatements statements;
    @Autowired PaymentMethods methods;
    @Autowired ReceiptFixtures paid;
    @Autowired TransferFixtures house;
    @Autowired FourEyesProof proof;

    private ProductId product;

    @BeforeEach
    void goods() {
        house.offered();
        product = trade.aProduct("10.00", 100);
    }

    @AfterEach
    void everyCentIsProven() {
        assertThat(transfers.unproven()).isEmpty();
        assertThat(receivables.unproven()).isEmpty();
        house.offeredNoMore();
    }

    @Test
    void itIsOfferedOnlyWhereAnAccountIsSet() {
        assertThat(methods.allowed(customer)).contains(PaymentMethod.TRANSFER);
        house.offeredNoMore();
        assertThat(methods.allowed(customer)).doesNotContain(PaymentMethod.TRANSFER);

        SubmitOutcome outcome = orders.submit(byTransfer());

        assertThat(((SubmitOutcome.Refused) outcome).problems())
                .extracting(SubmitOutcome.LineProblem::problem)
                .containsExactly("payment.not-allowed");
    }

    @Test
    void anApprovedOrderAsksForItsMoneyOnceAndUsesNoCredit() {
        String number = approved();
        orders.approve(number, 0);

        TransferView asked = asked(number);
        assertThat(asked.amount()).isEqualTo(Money.of("100.00"));
        assertThat(asked.state()).isEqualTo(TransferState.OPEN);
        assertThat(asked.account().account()).isEqualTo("1202 0212 0990 0123 456");
        assertThat(asked.expiresAt())
                .isEqualTo(clock.instant().plus(Duration.ofHours(TransferFixtures.TERM_HOURS)));
        assertThat(receivables.position(customer).free()).isEqualTo(Money.of("1000.00"));
        assertThat(orders.approvalFacts(number).creditFree()).isEqualTo(Money.of("1000.00"));
    }

    @Test
    void nothingLeavesTheHouseBeforeTwoOfFinanceHaveSeenTheMoney() {
        String number = approved();
        String announced = house.announced(customer, number, "100.00");
        notPaid(number);

        String receipt = takenOver(announced, number, "100.00");
        notPaid(number);
        assertThat(receipts.confirm(receipt, RECORDER))
                .isEqualTo(new DecideOutcome.Refused("receipt.recorder"));
        notPaid(number);
        assertThat(receipts.confirm(receipt, CONFIRMER)).isEqualTo(new DecideOutcome.Done());

        assertThat(orders.startSending(number)).isInstanceOf(Sending.Granted.class);
        assertThat(asked(number).state()).isEqualTo(TransferState.PAID);
        assertThat(timeline(number)).contains("order.paid");
        assertThat(received()).containsExactly(Money.ZERO);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
        assertThat(receivables.paidOf(customer, List.of(number))).containsExactly(number);
        assertThat(announcements.find(announced).orElseThrow().state())
                .isEqualTo(AnnouncementState.TAKEN);
    }

    @Test
    void theStatementShowsTheOrderAndWhatPaidIt() {
        String number = approved();
        String receipt = paid.booked(customer, "100.00", number);

        assertThat(statements.lines(customer, Period.ALL, PageRequest.first(10)).items())
                .extracting(AccountStatements.Line::kind, AccountStatements.Line::document)
                .containsExactly(
                        tuple(EntryKind.INVOICE, number), tuple(EntryKind.PAYMENT, receipt));
        assertThat(statements.summary(customer, Period.ALL).closing()).isEqualTo(Money.ZERO);
    }

    @Test
    void creditOnAccountPaysAPartByTheBuyersChoiceAndIsToBePaidBackWhenTheOrderEnds() {
        paid.booked(customer, "150.00");
        String number = approved();
        assertThat(asked(number).received()).as("nobody chose it").isEqualTo(Money.ZERO);
        assertThat(transfers.usableCredit(number)).isEqualTo(Money.of("100.00"));

        assertThat(useCredit(number, "40.00")).isEmpty();

        assertThat(asked(number).missing()).isEqualTo(Money.of("60.00"));
        notPaid(number);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("-110.00"));
        assertThat(transfers.unproven()).isEmpty();
        assertThat(timeline(number)).contains("order.credit-used");
        orders.cancel(number, "changed my mind", BUYER);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("-150.00"));
        assertThat(repayments.ofOrder(number))
                .extracting(RepaymentView::amount)
                .containsExactly(Money.of("40.00"));
        String next = approved();
        assertThat(transfers.usableCredit(next))
                .as("without what is to be paid back")
                .isEqualTo(Money.of("100.00"));
    }

    @Test
    void creditThatPaysAllOfAnOrderLetsItGoOn() {
        paid.booked(customer, "60.00");
        paid.booked(customer, "70.00");
        String number = approved();

        assertThat(useCredit(number, "100.00")).isEmpty();

        assertThat(orders.startSending(number)).isInstanceOf(Sending.Granted.class);
        assertThat(transfers.parts(number))
                .extracting(OrderTransfers.Part::amount)
                .containsExactly(Money.of("60.00"), Money.of("40.00"));
        assertThat(timeline(number)).contains("order.credit-used", "order.paid");
        assertThat(receivables.paidOf(customer, List.of(number))).containsExactly(number);
        assertThat(useCredit(number, "1.00")).contains("transfer.credit-over");
    }

    @Test
    void whatTheCustomerOwesElsewhereIsNoCreditAndNobodyUsesMoreThanThereIs() {
        String onCredit = trade.anApprovedOrder(customer); // 100.00
        paid.booked(customer, "130.00");
        String number = approved();

        assertThat(transfers.usableCredit(number)).isEqualTo(Money.of("30.00"));
        assertThat(useCredit(number, "30.01")).contains("transfer.credit-less");
        assertThat(useCredit(number, "100.01")).contains("transfer.credit-amount");
        assertThat(useCredit(number, "0.00")).contains("transfer.credit-amount");
        assertThat(useCredit(number, "30.00")).isEmpty();
        assertThat(receivables.paidOf(customer, List.of(onCredit))).containsExactly(onCredit);
        assertThat(transfers.usableCredit(number)).isEqualTo(Money.ZERO);
    }

    @Test
    void theSameCreditIsUsedInPartsAndIsTakenBackAsOne() {
        String receipt = paid.booked(customer, "90.00");
        String number = approved();

        assertThat(useCredit(number, "30.00")).isEmpty();
        assertThat(useCredit(number, "40.00")).isEmpty();
        assertThat(useCredit(number, "20.01")).contains("transfer.credit-less");

        assertThat(asked(number).missing()).isEqualTo(Money.of("30.00"));
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("-20.00"));
        assertThat(transfers.unproven()).isEmpty();
        receipts.askReversal(receipt, "wrong customer", RECORDER);
        receipts.reverse(receipt, CONFIRMER);
        assertThat(asked(number).missing()).isEqualTo(Money.of("100.00"));
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void theSameWishSentTwiceCountsOnce() {
        paid.booked(customer, "90.00");
        String number = approved();
        Money seen = asked(number).missing();

        assertThat(transfers.useCredit(number, Money.of("30.00"), seen, BUYER)).isEmpty();
        assertThat(transfers.useCredit(number, Money.of("30.00"), seen, BUYER))
                .contains("transfer.credit-changed");

        assertThat(asked(number).missing()).isEqualTo(Money.of("70.00"));
    }

    @Test
    void whatFinanceIsAboutToTakeBackPaysNoOrder() {
        String bounced = paid.booked(customer, "90.00");
        paid.booked(customer, "20.00");
        String number = approved();
        receipts.askReversal(bounced, "the transfer bounced", RECORDER);

        assertThat(transfers.usableCredit(number)).isEqualTo(Money.of("20.00"));
        assertThat(useCredit(number, "20.01")).contains("transfer.credit-less");
        receipts.declineReversal(bounced, CONFIRMER);
        assertThat(transfers.usableCredit(number)).isEqualTo(Money.of("100.00"));
    }

    @Test
    void whatWasPaidBackIsNobodysCreditAnyMore() {
        String cancelled = approved();
        paid.booked(customer, "100.00", cancelled);
        orders.cancel(cancelled, "changed my mind", BUYER);
        RepaymentView back = onlyRepayment(cancelled);
        recordBack(back, "OUT" + UUID.randomUUID());
        repayments.confirm(back.number(), CONFIRMER);
        String later = paid.booked(customer, "50.00");
        String number = approved();

        assertThat(useCredit(number, "50.00")).isEmpty();

        assertThat(transfers.parts(number))
                .extracting(OrderTransfers.Part::receipt)
                .containsExactly(later);
    }

    private Optional<String> useCredit(String number, String amount) {
        return transfers.useCredit(number, Money.of(amount), asked(number).missing(), BUYER);
    }

    @Test
    void twoOrdersAtOnceNeverUseTheSameCredit() throws Exception {
        paid.booked(customer, "150.00");
        List<String> both = List.of(approved(), approved());

        List<Boolean> used = AtOnce.run(2, i -> useCredit(both.get(i), "100.00").isEmpty());

        assertThat(used).containsExactlyInAnyOrder(true, false);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("-50.00"));
    }

    @Test
    void aReceiptTakenBackTakesBackWhatItsCreditPaidOfAnOrderThatWaits() {
        String receipt = paid.booked(customer, "40.00");
        String number = approved();
        useCredit(number, "40.00");

        receipts.askReversal(receipt, "wrong customer", RECORDER);
        receipts.reverse(receipt, CONFIRMER);

        assertThat(asked(number).missing()).isEqualTo(Money.of("100.00"));
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void aDeclinedAnnouncementLeavesTheBuyerItsTimeOfGraceOnceAndNoLonger() {
        String number = approved();
        String first = house.announced(customer, number, "100.00");
        clock.advance(Duration.ofHours(TransferFixtures.TERM_HOURS + 5));
        assertThat(close(number))
                .isEqualTo(
                        new CloseOutcome.WithFinance(
                                Duration.ofHours(TransferFixtures.GRACE_HOURS)));

        announcements.decline(first, "not on our account", RECORDER);

        Instant until = clock.instant().plus(Duration.ofHours(TransferFixtures.GRACE_HOURS));
        assertThat(asked(number).dueAt()).isEqualTo(until);
        assertThat(close(number)).isEqualTo(new CloseOutcome.InGrace(until));
        String again = house.announced(customer, number, "100.00");
        clock.advance(Duration.ofHours(TransferFixtures.GRACE_HOURS + 1));
        assertThat(close(number)).isInstanceOf(CloseOutcome.WithFinance.class);
        announcements.decline(again, "nor this one", RECORDER);
        assertThat(close(number)).isInstanceOf(CloseOutcome.Closed.class);
    }

    @Test
    void whoHasLongerAnywayNeedsNoGrace() {
        String number = approved();
        String announced = house.announced(customer, number, "100.00");

        announcements.decline(announced, "not on our account", RECORDER);

        assertThat(asked(number).graceUntil()).isNull();
        assertThat(asked(number).dueAt()).isEqualTo(asked(number).expiresAt());
    }

    @Test
    void oneConfirmationPaysTheOrderOnceHoweverOftenItComes() throws Exception {
        String number = approved();
        String receipt = paid.recorded(customer, "100.00", number);

        List<DecideOutcome> outcomes = AtOnce.run(4, i -> receipts.confirm(receipt, CONFIRMER));

        assertThat(outcomes).containsOnly(new DecideOutcome.Done());
        assertThat(transfers.parts(number)).hasSize(1);
        assertThat(received()).hasSize(1);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void twoTransfersConfirmedAtOnceAddUpAndTheRestIsCredit() throws Exception {
        String number = approved();
        List<String> both =
                List.of(
                        paid.recorded(customer, "70.00", number),
                        paid.recorded(customer, "70.00", number));

        AtOnce.run(2, i -> receipts.confirm(both.get(i), CONFIRMER));

        assertThat(asked(number).state()).isEqualTo(TransferState.PAID);
        assertThat(asked(number).received()).isEqualTo(Money.of("100.00"));
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("-40.00"));
        assertThat(receivables.freeOf(customer)).isEqualTo(Money.of("40.00"));
    }

    @Test
    void tooLittleDoesNotPayAndTheNextOneAddsUp() {
        String number = approved();

        paid.booked(customer, "99.99", number);

        notPaid(number);
        assertThat(asked(number).missing()).isEqualTo(Money.of("0.01"));
        assertThat(timeline(number)).contains("order.part-paid").doesNotContain("order.paid");
        assertThat(receivables.position(customer).free()).isEqualTo(Money.of("1000.00"));
        paid.booked(customer, "0.01", number);
        assertThat(orders.startSending(number)).isInstanceOf(Sending.Granted.class);
    }

    @Test
    void ofOneTransferForTwoOrdersTheFirstNamedIsPaidFirst() {
        String first = approved();
        String second = approved();

        paid.booked(customer, "150.00", second, first);

        assertThat(asked(second).state()).isEqualTo(TransferState.PAID);
        assertThat(asked(first).missing()).isEqualTo(Money.of("50.00"));
    }

    @Test
    void oneBankReferenceIsOneTransferOverAllThatMoneyIsFor() {
        String number = approved();
        String reference = "BANK" + UUID.randomUUID();
        receipts.record(paid.command(customer, "100.00", reference, number));

        assertThat(receipts.record(paid.command(customer, "50.00", reference)))
                .isInstanceOf(RecordOutcome.Refused.class);
    }

    @Test
    void whatIsAnnouncedKeepsTheOrderWhenItsTimeIsOver() {
        String number = approved();
        String announced = house.announced(customer, number, "100.00");
        clock.advance(Duration.ofHours(TransferFixtures.TERM_HOURS));

        assertThat(close(number)).isInstanceOf(CloseOutcome.WithFinance.class);
        String receipt = takenOver(announced, number, "100.00");
        assertThat(close(number)).isInstanceOf(CloseOutcome.WithFinance.class);
        receipts.confirm(receipt, CONFIRMER);
        assertThat(close(number)).isInstanceOf(CloseOutcome.Paid.class);
    }

    @Test
    void whatFinanceDidNotFindKeepsItNoLonger() {
        String number = approved();
        String announced = house.announced(customer, number, "100.00");
        announcements.decline(announced, "银行没有收到", RECORDER);

        assertThat(close(number)).isInstanceOf(CloseOutcome.Closed.class);
        orders.cancel(number, "payment.expired", DESK);

        assertThat(state(number)).isEqualTo(OrderState.CANCELLED);
        assertThat(asked(number).state()).isEqualTo(TransferState.CLOSED);
        assertThat(repayments.ofOrder(number)).isEmpty();
    }

    @Test
    void anotherCompanysOrderCannotBeAnnouncedNorOneThatIsPaid() {
        String number = approved();
        var other = customers.anActiveCustomer().id();

        assertThat(announcements.announce(house.forOrder(other, number, "100.00")))
                .isEqualTo(new AnnounceOutcome.Refused("announcement.order-unknown", ""));
        assertThat(receipts.record(paid.command(other, "100.00", "R" + number, number)))
                .isEqualTo(new RecordOutcome.Refused("receipt.order-not-open", number));
        paid.booked(customer, "100.00", number);
        assertThat(announcements.announce(house.forOrder(customer, number, "100.00")))
                .isEqualTo(new AnnounceOutcome.Refused("announcement.order-paid", ""));
    }

    @Test
    void aCancelledOrderIsPaidBackByTransferWithFourEyes() {
        String number = approved();
        paid.booked(customer, "100.00", number);
        orders.cancel(number, "改主意了", BUYER);
        orders.cancel(number, "改主意了", BUYER);

        RepaymentView back = onlyRepayment(number);
        assertThat(back.amount()).isEqualTo(Money.of("100.00"));
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("-100.00"));
        assertThat(repayments.confirm(back.number(), CONFIRMER))
                .isEqualTo(new Outcome.Refused("repayment.not-recorded", ""));
        String reference = "OUT" + UUID.randomUUID();
        assertThat(recordBack(back, reference)).isEqualTo(new Outcome.Done());
        assertThat(recordBack(back, reference)).isEqualTo(new Outcome.Done());
        assertThat(repayments.confirm(back.number(), RECORDER))
                .isEqualTo(new Outcome.Refused("repayment.recorder", ""));
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("-100.00"));
        assertThat(repayments.confirm(back.number(), CONFIRMER)).isEqualTo(new Outcome.Done());
        assertThat(repayments.confirm(back.number(), CONFIRMER)).isEqualTo(new Outcome.Done());

        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
        assertThat(timeline(number)).contains("order.refunded");
        assertThat(receipts.record(paid.command(customer, "100.00", reference)))
                .isInstanceOf(RecordOutcome.Refused.class);
        assertThat(proof.of(List.of(back.number())).breaches()).isEmpty();
        assertThat(proof.of(List.of(back.number())).parts()).hasSize(2);
    }

    @Test
    void ofConfirmingARepaymentAtOnceItIsBookedOnce() throws Exception {
        String number = approved();
        paid.booked(customer, "100.00", number);
        orders.cancel(number, "改主意了", BUYER);
        RepaymentView back = onlyRepayment(number);
        recordBack(back, "OUT" + UUID.randomUUID());

        AtOnce.run(4, i -> repayments.confirm(back.number(), CONFIRMER));

        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void financeMayLeaveItAsCreditAndSayWhy() {
        String number = approved();
        paid.booked(customer, "100.00", number);
        orders.cancel(number, "改主意了", BUYER);
        RepaymentView back = onlyRepayment(number);

        assertThat(repayments.keep(back.number(), "", RECORDER))
                .isEqualTo(new Outcome.Refused("repayment.reason-missing", ""));
        assertThat(repayments.keep(back.number(), "客户要求抵下一单", RECORDER))
                .isEqualTo(new Outcome.Done());

        assertThat(recordBack(back, "OUT1"))
                .isEqualTo(new Outcome.Refused("repayment.not-open", ""));
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("-100.00"));
        assertThat(timeline(number)).contains("order.repayment-kept");
    }

    @Test
    void aPartThatWasPaidGoesBackWhenTheOrderExpires() {
        String number = approved();
        paid.booked(customer, "30.00", number);

        assertThat(close(number)).isInstanceOf(CloseOutcome.Closed.class);
        orders.cancel(number, "payment.expired", DESK);

        assertThat(onlyRepayment(number).amount()).isEqualTo(Money.of("30.00"));
    }

    @Test
    void moneyThatComesAfterTheEndIsTheCustomersAndFinanceIsAsked() {
        String number = approved();
        String announced = house.announced(customer, number, "100.00");
        orders.cancel(number, "改主意了", BUYER);

        String receipt = takenOver(announced, number, "100.00");
        receipts.confirm(receipt, CONFIRMER);

        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("-100.00"));
        RepaymentView back = onlyRepayment(number);
        assertThat(back.document()).isEqualTo(receipt);
        assertThat(back.amount()).isEqualTo(Money.of("100.00"));
        assertThat(state(number)).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void ofPayingAndCancellingAtOnceTheMoneyIsNeverKept() throws Exception {
        String number = approved();
        String receipt = paid.recorded(customer, "100.00", number);

        AtOnce.run(
                2,
                i -> {
                    if (i == 0) {
                        orders.cancel(number, "no", BUYER);
                    } else {
                        receipts.confirm(receipt, CONFIRMER);
                    }
                    return i;
                });

        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("-100.00"));
        assertThat(onlyRepayment(number).amount()).isEqualTo(Money.of("100.00"));
    }

    @Test
    void partialReturnsGoBackToTheCentAndNeverMoreThanWasPaid() {
        String number = approved();
        paid.booked(customer, "100.00", number);

        orders.refund(number, "CN1", Money.of("33.33"), "damaged", DESK);
        orders.refund(number, "CN1", Money.of("33.33"), "damaged", DESK);
        orders.refund(number, "CN2", Money.of("66.66"), "damaged", DESK);
        assertThatThrownBy(() -> orders.refund(number, "CN3", Money.of("0.02"), "x", DESK))
                .isInstanceOf(IllegalStateException.class);
        orders.refund(number, "CN3", Money.of("0.01"), "damaged", DESK);

        assertThat(repayments.ofOrder(number))
                .extracting(RepaymentView::amount)
                .containsExactly(Money.of("33.33"), Money.of("66.66"), Money.of("0.01"));
        for (RepaymentView back : repayments.ofOrder(number)) {
            recordBack(back, "OUT" + UUID.randomUUID());
            assertThat(repayments.confirm(back.number(), CONFIRMER)).isEqualTo(new Outcome.Done());
        }
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
        assertThat(repayments.page(customer, RepaymentState.BOOKED, PageRequest.first(10)).total())
                .isEqualTo(3);
    }

    @Test
    void aReceiptThatIsTakenBackLetsTheOrderWaitForItsPartAgain() {
        String number = approved();
        String receipt = paid.booked(customer, "60.00", number);
        takeBack(receipt);

        assertThat(asked(number).missing()).isEqualTo(Money.of("100.00"));
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
        paid.booked(customer, "100.00", number);
        assertThat(asked(number).state()).isEqualTo(TransferState.PAID);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void anOrderThatWasPaidOwesWhatIsTakenBackAndNothingOfItGoesBack() {
        String number = approved();
        String receipt = paid.booked(customer, "100.00", number);
        takeBack(receipt);

        assertThat(asked(number).state()).isEqualTo(TransferState.PAID);
        assertThat(receivables.openOf(customer, List.of(number))).containsExactly(number);
        assertThat(timeline(number)).contains("order.payment-taken-back");
        orders.cancel(number, "没有付款", DESK);
        assertThat(repayments.ofOrder(number)).isEmpty();
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void whatWasPaidTooMuchMayBePaidBackAndNoMoreThanThat() {
        paid.booked(customer, "40.00");

        assertThat(repayments.ask(customer, Money.of("40.01"), "多付", RECORDER))
                .isEqualTo(new Repayments.AskOutcome.Refused("repayment.no-credit", "40.00"));
        var asked =
                (Repayments.AskOutcome.Asked)
                        repayments.ask(customer, Money.of("40.00"), "多付", RECORDER);
        RepaymentView back = repayments.find(asked.number()).orElseThrow();
        recordBack(back, "OUT" + UUID.randomUUID());
        assertThat(repayments.putBack(back.number(), "参考号有误", RECORDER))
                .isEqualTo(new Outcome.Done());
        recordBack(back, "OUT" + UUID.randomUUID());
        repayments.confirm(back.number(), CONFIRMER);

        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void anEndBeforeTheApprovalNeedsNoMoneyBack() {
        String number = trade.submitted(byTransfer());

        orders.reject(number, "no", DESK);

        assertThat(transfers.ofOrder(number)).isEmpty();
        assertThat(repayments.ofOrder(number)).isEmpty();
    }

    private void takeBack(String receipt) {
        receipts.askReversal(receipt, "银行退汇", RECORDER);
        assertThat(receipts.reverse(receipt, CONFIRMER)).isEqualTo(new DecideOutcome.Done());
    }

    private CloseOutcome close(String number) {
        return transfers.close(number, "payment.expired", DESK);
    }

    private Outcome recordBack(RepaymentView back, String reference) {
        return repayments.record(
                new RecordRepayment(
                        back.number(), reference, MallTime.today(clock), "原付款账户", RECORDER));
    }

    private RepaymentView onlyRepayment(String number) {
        assertThat(repayments.ofOrder(number)).hasSize(1);
        return repayments.ofOrder(number).getFirst();
    }

    private void notPaid(String number) {
        assertThatThrownBy(() -> orders.startSending(number))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not paid");
    }

    private List<Money> received() {
        return events.stream(OrderTransferReceived.class)
                .map(OrderTransferReceived::missing)
                .toList();
    }

    private TransferView asked(String number) {
        return transfers.ofOrder(number).orElseThrow();
    }

    private String takenOver(String announced, String number, String amount) {
        RecordOutcome outcome =
                announcements.takeOver(
                        announced,
                        paid.command(customer, amount, "BANK" + UUID.randomUUID(), number));
        return ((RecordOutcome.Recorded) outcome).number();
    }

    private SubmitOrder byTransfer() {
        return new SubmitOrder(
                customer,
                UUID.randomUUID().toString(),
                List.of(line(product, 10)),
                "",
                PaymentMethod.TRANSFER,
                BUYER);
    }

    private String approved() {
        String number = trade.submitted(byTransfer());
        orders.approve(number, 0);
        return number;
    }
}
