package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.PlayedProvider;
import io.mallhub.order.Orders.Sending;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.OnlinePayments.CloseOutcome;
import io.mallhub.payment.OnlinePayments.EntryView;
import io.mallhub.payment.OnlinePayments.EntryView.Kind;
import io.mallhub.payment.OnlinePayments.PayOutcome;
import io.mallhub.payment.OnlinePayments.PaymentQuery;
import io.mallhub.payment.OnlineRefunds;
import io.mallhub.payment.OnlineRefunds.ActOutcome;
import io.mallhub.payment.OnlineRefunds.SendOutcome;
import io.mallhub.payment.OrderPaid;
import io.mallhub.payment.PaymentNotices;
import io.mallhub.payment.PaymentNotices.HandleOutcome;
import io.mallhub.payment.PaymentNotices.Verdict;
import io.mallhub.payment.PaymentState;
import io.mallhub.payment.PaymentView;
import io.mallhub.payment.RefundState;
import io.mallhub.payment.RefundView;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders of 100.00 that are paid through a provider. */
class OnlineOrderTest extends OrderTest {
    @Autowired OnlinePayments payments;
    @Autowired OnlineRefunds refunds;
    @Autowired PaymentNotices notices;
    @Autowired PlayedProvider provider;
    @Autowired PlatformTransactionManager transactions;

    private ProductId product;

    @BeforeEach
    void goods() {
        product = trade.aProduct("10.00", 100);
    }

    @AfterEach
    void everyCentIsProven() {
        provider.back();
        assertThat(payments.unproven()).isEmpty();
        assertThat(receivables.unproven()).isEmpty();
    }

    @Test
    void anApprovedOrderAsksForItsMoneyOnceAndUsesNoCredit() {
        String number = approved();

        PaymentView payment = payment(number);
        assertThat(payment.amount()).isEqualTo(Money.of("100.00"));
        assertThat(payment.state()).isEqualTo(PaymentState.OPEN);
        assertThat(payment.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(24)));
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.ZERO);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
        orders.approve(number, 0);
        assertThat(kinds(number)).containsExactly(Kind.REQUESTED);
    }

    @Test
    void nothingLeavesTheHouseBeforeItIsPaid() {
        String number = approved();
        assertThatThrownBy(() -> orders.startSending(number))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not paid");

        pays(number);

        assertThat(orders.startSending(number)).isInstanceOf(Sending.Granted.class);
        assertThat(timeline(number)).contains("order.paid");
    }

    @Test
    void thePayerIsSentToTheProviderAsLongAsThePaymentIsAwaited() {
        String number = approved();
        String payment = payment(number).number();

        assertThat(payments.pay(payment)).isInstanceOf(PayOutcome.GoTo.class);
        clock.advance(Duration.ofHours(24));
        assertThat(payments.pay(payment)).isInstanceOf(PayOutcome.Expired.class);
        clock.advance(Duration.ofHours(-1));
        pays(number);
        assertThat(payments.pay(payment)).isEqualTo(new PayOutcome.NotAwaited(PaymentState.PAID));
    }

    @Test
    void aNoticePaysTheOrderOnceHoweverOftenItComes() throws Exception {
        String number = approved();
        Map<String, String> notice = provider.paid(payment(number).number(), "100.00");

        List<Optional<Verdict>> verdicts = AtOnce.run(4, i -> notices.receive(notice));

        assertThat(verdicts).filteredOn(it -> it.equals(Optional.of(Verdict.APPLIED))).hasSize(1);
        assertThat(verdicts).filteredOn(it -> it.equals(Optional.of(Verdict.REPEATED))).hasSize(3);
        assertThat(notices.receive(provider.toldAgain(payment(number).number())))
                .contains(Verdict.REPEATED);
        assertThat(kinds(number)).containsExactly(Kind.REQUESTED, Kind.PAID);
        assertThat(notices.ofPayment(payment(number).number()).getFirst().times()).isEqualTo(4);
        assertThat(payment(number).received()).isEqualTo(Money.of("100.00"));
    }

    @Test
    void whatDoesNotFitIsKeptForAPersonAndNeverApplied() {
        String number = approved();
        String payment = payment(number).number();

        assertThat(notices.receive(provider.noticeOf(payment, "99.99", "CNY", true)))
                .contains(Verdict.WRONG_AMOUNT);
        assertThat(notices.receive(provider.noticeOf(payment, "100.00", "USD", true)))
                .contains(Verdict.WRONG_CURRENCY);
        assertThat(notices.receive(provider.noticeOf(payment, "100.00", "CNY", false)))
                .contains(Verdict.WRONG_MERCHANT);
        String unknown = "OP" + UUID.randomUUID();
        assertThat(notices.receive(provider.noticeOf(unknown, "100.00", "CNY", true)))
                .contains(Verdict.UNKNOWN_PAYMENT);

        assertThat(payment(number).state()).isEqualTo(PaymentState.OPEN);
        assertThat(payment(number).received()).isEqualTo(Money.ZERO);
        assertThat(notices.ofPayment(payment)).allMatch(it -> it.isWaiting()).hasSize(3);
        long id = notices.ofPayment(payment).getFirst().id();
        assertThat(notices.handled(id, " ", DESK))
                .isEqualTo(new HandleOutcome.Refused("notice.reason-missing"));
        assertThat(notices.handled(id, "refunded by hand at the provider", DESK))
                .isEqualTo(new HandleOutcome.Done());
        assertThat(notices.handled(id, "again", DESK))
                .isEqualTo(new HandleOutcome.Refused("notice.nothing-to-do"));
    }

    @Test
    void aNoticeWithAWrongSignatureLeavesNoTrace() {
        String number = approved();
        Map<String, String> forged =
                new java.util.HashMap<>(
                        provider.noticeOf(payment(number).number(), "100.00", "CNY", true));
        forged.put("signature", "wrong");

        assertThat(notices.receive(forged)).isEmpty();

        assertThat(payment(number).state()).isEqualTo(PaymentState.OPEN);
        assertThat(notices.ofPayment(payment(number).number())).isEmpty();
    }

    @Test
    void aLostNoticeIsFoundByAskingUnderOurOwnNumber() {
        String number = approved();
        String payment = payment(number).number();
        payments.pay(payment);
        provider.paid(payment, "100.00");

        clock.advance(Duration.ofMinutes(2));
        askAllDue();

        assertThat(payment(number).state()).isEqualTo(PaymentState.PAID);
        assertThat(events.stream(OrderPaid.class).filter(it -> it.order().equals(number)))
                .hasSize(1);
    }

    @Test
    void aProviderThatDoesNotAnswerMakesThePaymentUnclearUntilItDoes() {
        String number = approved();
        String payment = payment(number).number();
        payments.pay(payment);
        provider.goesAway();

        assertThat(payments.ask(payment)).isEqualTo(PaymentState.UNCLEAR);
        assertThat(payment(number).unclearWhy()).isEqualTo("away");
        assertThat(payments.close(payment, "payment.expired", DESK))
                .isEqualTo(new CloseOutcome.Unclear("away"));

        provider.back();
        assertThat(payments.ask(payment)).isEqualTo(PaymentState.OPEN);
        assertThat(payment(number).unclearWhy()).isEmpty();
    }

    @Test
    void closingClosesAtTheProviderFirst() {
        String number = approved();
        String payment = payment(number).number();
        payments.pay(payment);
        provider.begun(payment, "100.00");

        assertThat(payments.close(payment, "payment.expired", DESK))
                .isEqualTo(new CloseOutcome.Closed());
        assertThat(payments.close(payment, "payment.expired", DESK))
                .isEqualTo(new CloseOutcome.Closed());

        assertThat(provider.isClosed(payment)).isTrue();
        assertThat(payment(number).state()).isEqualTo(PaymentState.CLOSED);
        assertThat(kinds(number)).containsExactly(Kind.REQUESTED, Kind.CLOSED);
    }

    @Test
    void whoeverPaysWhileItIsClosedHasPaid() {
        String number = approved();
        String payment = payment(number).number();
        payments.pay(payment);
        provider.paid(payment, "100.00");

        assertThat(payments.close(payment, "payment.expired", DESK))
                .isEqualTo(new CloseOutcome.Paid());

        assertThat(payment(number).state()).isEqualTo(PaymentState.PAID);
    }

    @Test
    void nothingRemoteHappensInsideATransaction() {
        String number = approved();
        String payment = payment(number).number();
        payments.pay(payment);
        TransactionTemplate inside = new TransactionTemplate(transactions);

        assertThatThrownBy(() -> inside.execute(t -> payments.ask(payment)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> inside.execute(t -> payments.close(payment, "", DESK)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anOrderThatEndsUnpaidClosesItsPaymentAndMoneyThatStillComesGoesBack() {
        String number = approved();
        String payment = payment(number).number();
        payments.pay(payment);

        orders.cancel(number, "changed my mind", BUYER);

        assertThat(payment(number).state()).isEqualTo(PaymentState.CLOSED);
        assertThat(notices.receive(provider.paidTwice(payment, "100.00")))
                .contains(Verdict.SURPLUS);
        RefundView back = onlyRefund(payment);
        assertThat(back.amount()).isEqualTo(Money.of("100.00"));
        assertThat(refunds.send(back.number())).isEqualTo(new SendOutcome.Done());
        assertThat(provider.kept(payment)).isEqualTo(Money.ZERO);
        assertThat(payment(number).state()).isEqualTo(PaymentState.CLOSED);
        assertThat(state(number)).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void moneyForAClosedOneIsFoundWithoutANoticeToo() {
        String number = approved();
        String payment = payment(number).number();
        payments.pay(payment);
        orders.cancel(number, "changed my mind", BUYER);
        provider.paidTwice(payment, "100.00");

        askAllDue();

        refunds.send(onlyRefund(payment).number());
        assertThat(provider.kept(payment)).isEqualTo(Money.ZERO);
    }

    @Test
    void aClosedOneIsClosedAtTheProviderAsSoonAsThatIsPossible() {
        String number = approved();
        String payment = payment(number).number();
        payments.pay(payment);
        orders.cancel(number, "changed my mind", BUYER);
        provider.begun(payment, "100.00");

        askAllDue();

        assertThat(provider.isClosed(payment)).isTrue();
    }

    @Test
    void aSecondPaymentOfTheSameOrderGoesBackAndTheFirstStays() {
        String number = paid();
        String payment = payment(number).number();

        assertThat(notices.receive(provider.noticeOf(payment, "100.00", "CNY", true)))
                .contains(Verdict.SURPLUS);

        assertThat(onlyRefund(payment).document()).startsWith("surplus/");
        assertThat(payment(number).state()).isEqualTo(PaymentState.PAID);
        assertThat(payment(number).received()).isEqualTo(Money.of("200.00"));
        assertThat(payments.paidOf(List.of(number))).containsExactly(number);
        orders.cancel(number, "too late after all", BUYER);
        assertThat(refunds.ofPayment(payment)).hasSize(2);
        assertThat(payment(number).refundAsked()).isEqualTo(Money.of("200.00"));
    }

    @Test
    void aPaidOrderThatIsCancelledAsksItsMoneyBackOnce() {
        String number = paid();
        String payment = payment(number).number();

        orders.cancel(number, "changed my mind", BUYER);
        orders.cancel(number, "changed my mind", BUYER);

        RefundView back = onlyRefund(payment);
        assertThat(back.document()).isEqualTo(number);
        assertThat(back.state()).isEqualTo(RefundState.REQUESTED);
        assertThat(payments.paidOf(List.of(number))).isEmpty();
        assertThat(refunds.send(back.number())).isEqualTo(new SendOutcome.Done());
        assertThat(refunds.send(back.number())).isEqualTo(new SendOutcome.Done());
        assertThat(provider.kept(payment)).isEqualTo(Money.ZERO);
        assertThat(payment(number).refunded()).isEqualTo(Money.of("100.00"));
        assertThat(timeline(number)).contains("order.refunded");
    }

    @Test
    void aRefundWhoseAnswerWasLostIsFoundAndNotSentAgain() {
        String number = paid();
        orders.cancel(number, "changed my mind", BUYER);
        String back = onlyRefund(payment(number).number()).number();
        provider.losesTheNextAnswer();
        int calls = provider.refundCalls();

        assertThat(refunds.send(back)).isInstanceOf(SendOutcome.Unclear.class);
        assertThat(refunds.find(back).orElseThrow().state()).isEqualTo(RefundState.UNCLEAR);
        assertThat(refunds.send(back)).isEqualTo(new SendOutcome.Done());

        assertThat(provider.refundCalls()).isEqualTo(calls + 1);
    }

    @Test
    void aRefusedRefundIsSentAgainOrSettledByAPersonWithAReason() {
        String number = paid();
        orders.cancel(number, "changed my mind", BUYER);
        String payment = payment(number).number();
        String back = onlyRefund(payment).number();
        assertThat(refunds.settle(back, "why not", DESK))
                .isEqualTo(new ActOutcome.Refused("refund.not-refused"));
        provider.refusesRefunds("balance too low");

        assertThat(refunds.send(back)).isEqualTo(new SendOutcome.Refused("balance too low"));
        assertThat(refunds.send(back)).isEqualTo(new SendOutcome.Refused("balance too low"));
        assertThat(refunds.retry(back, " ", DESK))
                .isEqualTo(new ActOutcome.Refused("refund.reason-missing"));
        assertThat(refunds.retry(back, "topped up", BUYER))
                .isEqualTo(new ActOutcome.Refused("refund.not-staff"));
        assertThat(refunds.retry(back, "topped up", DESK)).isEqualTo(new ActOutcome.Done());
        assertThat(refunds.retry(back, "topped up", DESK)).isEqualTo(new ActOutcome.Done());
        assertThat(refunds.send(back)).isInstanceOf(SendOutcome.Refused.class);
        assertThat(refunds.settle(back, "bank transfer 4711", DESK))
                .isEqualTo(new ActOutcome.Done());
        assertThat(refunds.settle(back, "bank transfer 4711", DESK))
                .isEqualTo(new ActOutcome.Done());
        assertThat(refunds.retry(back, "again", DESK))
                .isEqualTo(new ActOutcome.Refused("refund.not-refused"));

        assertThat(refunds.find(back).orElseThrow().state()).isEqualTo(RefundState.SETTLED);
        assertThat(payment(number).refunded()).isEqualTo(Money.of("100.00"));
        assertThat(timeline(number)).contains("order.refund-settled");
    }

    @Test
    void partialReturnsGoBackToTheCentAndNeverMoreThanWasPaid() {
        String number = paid();

        orders.refund(number, "CN1", Money.of("33.33"), "damaged", DESK);
        orders.refund(number, "CN1", Money.of("33.33"), "damaged", DESK);
        orders.refund(number, "CN2", Money.of("66.66"), "damaged", DESK);
        assertThatThrownBy(() -> orders.refund(number, "CN1", Money.of("1.00"), "x", DESK))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> orders.refund(number, "CN3", Money.of("0.02"), "x", DESK))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0.01 is left");
        orders.refund(number, "CN3", Money.of("0.01"), "damaged", DESK);

        String payment = payment(number).number();
        refunds.ofPayment(payment).forEach(it -> refunds.send(it.number()));
        assertThat(refunds.ofPayment(payment))
                .extracting(RefundView::state)
                .containsOnly(RefundState.REFUNDED)
                .hasSize(3);
        assertThat(provider.kept(payment)).isEqualTo(Money.ZERO);
    }

    @Test
    void ofARefundAndACancellationAtOnceNoCentGoesBackTwice() throws Exception {
        String number = paid();

        AtOnce.run(
                2,
                i -> {
                    if (i == 0) {
                        orders.cancel(number, "no", BUYER);
                    } else {
                        refundOrTooLate(number);
                    }
                    return i;
                });

        assertThat(payment(number).refundAsked()).isEqualTo(Money.of("100.00"));
    }

    @Test
    void ofPayingAndCancellingAtOnceTheMoneyIsNeverKept() throws Exception {
        String number = approved();
        String payment = payment(number).number();
        payments.pay(payment);
        Map<String, String> notice = provider.paid(payment, "100.00");

        AtOnce.run(
                2,
                i -> {
                    if (i == 0) {
                        orders.cancel(number, "no", BUYER);
                    } else {
                        notices.receive(notice);
                    }
                    return i;
                });

        assertThat(payment(number).refundAsked()).isEqualTo(Money.of("100.00"));
    }

    @Test
    void paymentsAreFoundByTheirNumbersAndStates() {
        String number = paid();
        PaymentView paid = payment(number);
        PageRequest first = PageRequest.first(10);

        for (String text : List.of(paid.number(), number, String.valueOf(paid.providerNumber()))) {
            assertThat(payments.page(new PaymentQuery(text, PaymentState.PAID), first).items())
                    .containsExactly(paid);
        }
        assertThat(payments.page(new PaymentQuery("%", null), first).items()).isEmpty();
        assertThat(payments.page(new PaymentQuery(number, PaymentState.CLOSED), first).items())
                .isEmpty();
    }

    @Test
    void anOrderOverTheProvidersLimitIsRefusedWithTheAmounts() {
        ProductId dear = trade.aProduct("60000000.00", 100);

        SubmitOutcome outcome = orders.submit(order(dear, 2));

        assertThat(outcome)
                .isEqualTo(
                        new SubmitOutcome.Refused(
                                List.of(
                                        new SubmitOutcome.LineProblem(
                                                -1,
                                                null,
                                                "payment.online-too-much",
                                                "120000000.00 > 100000000.00"))));
        assertThat(stock.equation(dear).holds()).isEqualTo(Quantity.ZERO);
    }

    /** After the cancellation nothing is left to be refunded. */
    private void refundOrTooLate(String number) {
        try {
            orders.refund(number, "CN1", Money.of("40.00"), "damaged", DESK);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("0.00 is left");
        }
    }

    private void askAllDue() {
        while (payments.askDue(50) == 50) {}
    }

    private RefundView onlyRefund(String payment) {
        List<RefundView> all = refunds.ofPayment(payment);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<Kind> kinds(String number) {
        return payments.entries(payment(number).number()).stream().map(EntryView::kind).toList();
    }

    private PaymentView payment(String number) {
        return payments.ofOrder(number).orElseThrow();
    }

    private String paid() {
        String number = approved();
        pays(number);
        return number;
    }

    private void pays(String number) {
        assertThat(notices.receive(provider.paid(payment(number).number(), "100.00")))
                .contains(Verdict.APPLIED);
    }

    private String approved() {
        String number = trade.submitted(order(product, 10));
        orders.approve(number, 0);
        return number;
    }

    private SubmitOrder order(ProductId of, int quantity) {
        return new SubmitOrder(
                customer,
                UUID.randomUUID().toString(),
                List.of(line(of, quantity)),
                "",
                PaymentMethod.ONLINE,
                BUYER);
    }
}
