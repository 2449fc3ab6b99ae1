package io.mallhub.processes.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.bpmn.OrderApproval;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.order.ErpOrders.PushOutcome;
import io.mallhub.order.ErpOrders.VoidOutcome;
import io.mallhub.order.OrderState;
import io.mallhub.order.OrderView;
import io.mallhub.order.PartCancellations;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks.TaskOutcome;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.TestOrder;
import io.mallhub.processes.fixture.TestParts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Every path of {@code order-approval} on the real broker. */
class OrderApprovalProcessTest extends ProcessTest {
    private static final StaffView SALES = staff("sally", Role.SALES);
    private static final StaffView FINANCE = staff("finn", Role.FINANCE);
    private static final StaffView QUALITY = staff("quinn", Role.QUALITY);
    private static final StaffView OPERATOR = staff("olga", Role.OPERATOR);
    private static final List<LineProblem> EXPIRED =
            List.of(new LineProblem(0, null, "gate.licence-expired", "AA1"));

    private final String number = newNumber("SO");

    @Test
    void anOrderWithoutStopsGoesStraightToTheErpAndIsCompletedWhenShipped() {
        TestOrder order = mall.submit(number);

        awaitElement(number, "await-acceptance");
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");
        mall.erpShips(number, "D1", true);

        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.COMPLETED);
        assertThat(order.receivables).isEqualTo(1);
        assertThat(erp.commits).contains(number);
        assertPassed(number, "order-completed");
    }

    @Test
    void partialShipmentsAreAwaitedUntilAllIsShipped() {
        mall.submit(number);
        mall.erpAccepts(number);
        mall.erpShips(number, "D1", false);
        awaitElement(number, "await-shipment");
        assertThat(mall.order(number).state).isEqualTo(OrderState.PARTLY_SHIPPED);

        mall.erpShips(number, "D2", true);

        awaitState(number, State.COMPLETED);
    }

    @Test
    void anErpThatShipsWithoutAcceptingHasAccepted() {
        mall.submit(number);
        awaitElement(number, "await-acceptance");

        mall.erpShips(number, "D1", true);

        awaitState(number, State.COMPLETED);
    }

    @Test
    void eachNeededGroupApprovesForItsOwnReasonAndTheOrderGoesOn() {
        mall.order(number).facts = TestOrder.facts("600000", "-50", "10", true, true, false);
        TestOrder order = mall.submit(number);

        TaskView sales = openTask(number, "sales-approval");
        openTask(number, "finance-approval");
        assertThat(tasks.openFor(number)).hasSize(2);
        assertThat(sales.name()).isEqualTo("销售审批");
        assertThat(sales.subject()).isEqualTo("康宁大药房");
        assertThat(sales.groups()).containsExactly("sales");
        assertThat(sales.due()).isAfter(Instant.now().plus(Duration.ofHours(7)));
        assertThat(order.stops)
                .containsExactlyInAnyOrder(
                        new OrderView.Stop("finance", "credit-limit", "50.00"),
                        new OrderView.Stop("finance", "overdue", "10.00"),
                        new OrderView.Stop("sales", "below-floor", ""),
                        new OrderView.Stop("sales", "large-amount", "600000.00"));
        decide(number, "sales-approval", "approve", SALES);
        assertThat(order.state).isEqualTo(OrderState.IN_APPROVAL);
        decide(number, "finance-approval", "approve", FINANCE);

        awaitElement(number, "await-acceptance");
        assertThat(order.receivables).isEqualTo(1);
    }

    @Test
    void anOrderBeyondAQuotaWaitsForCompliance() {
        String figures = "YP000123: 25 > 20 / 30 d";
        mall.order(number).facts = TestOrder.beyondQuota(figures);
        TestOrder order = mall.submit(number);

        openTask(number, "compliance-approval");

        assertThat(order.stops)
                .containsExactly(new OrderView.Stop("compliance", "over-quota", figures));
    }

    @Test
    void oneRefusalEndsTheOrderAndTheOtherApprovalsAreNotAskedAnyMore() {
        mall.order(number).facts = TestOrder.facts("100", "-50", "0", true, true, true);
        TestOrder order = mall.submit(number);
        openTask(number, "sales-approval");
        openTask(number, "compliance-approval");
        mall.approvalRecorded(number, "finance", false);

        decide(number, "finance-approval", "reject", FINANCE);

        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.REJECTED);
        assertThat(order.endReason).isEqualTo("too much");
        assertThat(tasks.openFor(number)).isEmpty();
        assertThat(erp.commits).doesNotContain(number);
    }

    @Test
    void anOrderChangedSoThatNobodyNeedsToBeAskedGoesStraightOn() {
        mall.order(number).facts = TestOrder.facts("600000", "-50", "0", false, true, false);
        TestOrder order = mall.submit(number);
        openTask(number, "finance-approval");
        openTask(number, "sales-approval");

        mall.change(number, TestOrder.facts("100", "900", "0", false, true, false));

        awaitElement(number, "await-acceptance");
        eventually(() -> assertThat(tasks.openFor(number)).isEmpty());
        assertThat(order.state).isEqualTo(OrderState.SENT);
        assertThat(order.stops).isEmpty();
        assertThat(order.receivables).isEqualTo(1);
    }

    @Test
    void anOrderChangedSoThatAnotherGroupIsAskedAsksOnlyThat() {
        mall.order(number).facts = TestOrder.facts("100", "-50", "0", false, true, false);
        TestOrder order = mall.submit(number);
        TaskView finance = openTask(number, "finance-approval");

        mall.change(number, TestOrder.facts("90", "10", "0", true, true, false));

        openTask(number, "sales-approval");
        assertThat(tasks.openFor(number)).extracting(TaskView::element).hasSize(1);
        assertThat(order.stops).containsExactly(new OrderView.Stop("sales", "below-floor", ""));
        assertThat(complete(finance, FINANCE)).isEqualTo(new TaskOutcome.Refused("task.gone"));
        decide(number, "sales-approval", "approve", SALES);
        awaitElement(number, "await-acceptance");
    }

    @Test
    void anApprovalGivenBeforeTheChangeIsAskedForAnew() {
        mall.order(number).facts = TestOrder.facts("600000", "-50", "0", false, true, false);
        mall.submit(number);
        TaskView first = openTask(number, "finance-approval");
        decide(number, "finance-approval", "approve", FINANCE);
        openTask(number, "sales-approval");

        mall.change(number, TestOrder.facts("550000", "-20", "0", false, true, false));

        eventually(
                () ->
                        assertThat(openTask(number, "finance-approval").key())
                                .isNotEqualTo(first.key()));
        decide(number, "finance-approval", "approve", FINANCE);
        decide(number, "sales-approval", "approve", SALES);
        awaitElement(number, "await-acceptance");
    }

    @Test
    void anOrderChangedTwiceQuicklyEndsWithOneAssessmentOfWhatItIsNow() {
        mall.order(number).facts = TestOrder.facts("600000", "-50", "0", false, true, false);
        TestOrder order = mall.submit(number);
        openTask(number, "finance-approval");

        mall.change(number, TestOrder.facts("550000", "10", "0", true, true, true));
        eventually(() -> assertThat(order.state).isEqualTo(OrderState.IN_APPROVAL));
        mall.change(number, TestOrder.facts("90", "10", "0", false, true, true));

        eventually(
                () ->
                        assertThat(order.stops)
                                .containsExactly(
                                        new OrderView.Stop("compliance", "controlled-goods", "")));
        // The list may show the task that the change withdrew for a moment: that one is refused.
        eventually(() -> decide(number, "compliance-approval", "approve", QUALITY));
        awaitElement(number, "await-acceptance");
        assertThat(order.receivables).isEqualTo(1);
        eventually(() -> assertThat(tasks.openFor(number)).isEmpty());
    }

    @RepeatedTest(3)
    void aDecisionAgainstAChangeLeavesNoTaskOfBefore() throws Exception {
        mall.order(number).facts = TestOrder.facts("600000", "-50", "0", false, true, false);
        mall.submit(number);
        TaskView finance = openTask(number, "finance-approval");
        openTask(number, "sales-approval");

        Thread deciding = Thread.ofVirtual().start(() -> complete(finance, FINANCE));
        mall.change(number, TestOrder.facts("550000", "-20", "0", false, true, false));
        deciding.join();

        eventually(
                () ->
                        assertThat(tasks.openFor(number))
                                .extracting(TaskView::element)
                                .containsExactlyInAnyOrder("finance-approval", "sales-approval"));
        eventually(
                () ->
                        assertThat(openTask(number, "finance-approval").key())
                                .isNotEqualTo(finance.key()));
        assertThat(complete(finance, FINANCE))
                .isIn(new TaskOutcome.Done(), new TaskOutcome.Refused("task.gone"));
        decide(number, "finance-approval", "approve", FINANCE);
        decide(number, "sales-approval", "approve", SALES);
        awaitElement(number, "await-acceptance");
    }

    @Test
    void overdueApprovalsAreLiftedToTheTopAndStayOpen() {
        mall.order(number).facts = TestOrder.facts("100", "-50", "0", false, true, false);
        mall.submit(number);
        openTask(number, "finance-approval");

        timePasses(
                Duration.ofHours(9),
                () ->
                        eventually(
                                () ->
                                        assertThat(openTask(number, "finance-approval").priority())
                                                .isEqualTo(95)));
    }

    @Test
    void aRefusalOfTheErpIsShownInItsWordsAndTheOrderCanBeSentAgain() {
        erp.answers(number, new PushOutcome.Refused("客户已冻结"));
        mall.submit(number);

        TaskView task = openTask(number, "erp-rejection");
        assertThat(instances.instance(task.instanceKey()).orElseThrow().variables())
                .anyMatch(v -> v.name().equals("erpWords") && v.json().equals("\"客户已冻结\""));
        decide(number, "erp-rejection", "retry", SALES);

        awaitElement(number, "await-acceptance");
    }

    @Test
    void aRejectionAfterSendingCanBeGivenUp() {
        TestOrder order = mall.submit(number);
        awaitElement(number, "await-acceptance");
        mall.erpAnswers(number, false, "缺货", Instant.parse("2026-11-24T02:00:00Z"));

        decide(number, "erp-rejection", "give-up", SALES);

        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.REJECTED);
        assertThat(order.receivables).isZero();
    }

    @Test
    void aSecondRejectionAfterAResendIsNotTakenForTheFirst() {
        mall.submit(number);
        awaitElement(number, "await-acceptance");
        mall.erpAnswers(number, false, "缺货", Instant.parse("2026-11-24T02:00:00Z"));
        decide(number, "erp-rejection", "retry", SALES);
        awaitElement(number, "await-acceptance");

        mall.erpAnswers(number, false, "缺货", Instant.parse("2026-11-24T03:00:00Z"));

        openTask(number, "erp-rejection");
    }

    @Test
    void anErpThatTakesItsAcceptanceBackBringsTheOrderToAPerson() {
        mall.submit(number);
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");

        mall.erpAnswers(number, false, "已作废", Instant.parse("2026-11-24T05:00:00Z"));

        openTask(number, "erp-rejection");
    }

    @Test
    void anUnknownOutcomeGoesToAPersonOnlyWhenNoMoreCanBeFoundOut() {
        erp.answers(
                number,
                new PushOutcome.Unknown("timeout", false),
                new PushOutcome.Unknown("two found", true));
        mall.submit(number);

        openTask(number, "outcome-unknown");
        assertThat(erp.pushes.get(number)).hasValue(2);
        decide(number, "outcome-unknown", "retry", OPERATOR);

        awaitElement(number, "await-acceptance");
        assertThat(erp.pushes.get(number)).hasValue(3);
    }

    @Test
    void anUnknownOutcomeThatIsGivenUpIsVoidedInTheErpFirst() {
        erp.answers(number, new PushOutcome.Unknown("two found", true));
        erp.open.add(number);
        TestOrder order = mall.submit(number);

        decide(number, "outcome-unknown", "give-up", OPERATOR);

        awaitState(number, State.COMPLETED);
        assertThat(erp.open).doesNotContain(number);
        assertThat(order.state).isEqualTo(OrderState.REJECTED);
    }

    @Test
    void anErpThatIsAwayIsTriedAgainWithoutAnyone() {
        PushOutcome away = new PushOutcome.Unavailable("connection refused");
        erp.answers(number, away, away, away);
        mall.submit(number);

        awaitElement(number, "await-acceptance");

        assertThat(erp.pushes.get(number)).hasValue(4);
        assertThat(instances.about(number).getFirst().incidents()).isZero();
    }

    @Test
    void anOrderThatTheErpFetchesItselfWaitsWithoutAnyoneAndGoesOnOnceItIsConfirmed() {
        erp.answers(number, new PushOutcome.Waiting("not fetched yet", Duration.ofSeconds(1)));
        mall.submit(number);

        awaitElement(number, "await-acceptance");

        assertThat(erp.pushes.get(number)).hasValue(2);
        assertThat(instances.about(number).getFirst().incidents()).isZero();
    }

    @Test
    void anOrderThatWaitsForTheHoursOfItsErpLongerThanAnyTriesLastIsNoIncident() {
        int looks = OrderApproval.PUSH.retries() + 5;
        erp.answers(
                number,
                Stream.generate(
                                () ->
                                        new PushOutcome.Waiting(
                                                "closed until 08:00", Duration.ofMillis(10)))
                        .limit(looks)
                        .toArray(PushOutcome[]::new));
        mall.submit(number);

        awaitElement(number, "await-acceptance");

        assertThat(erp.pushes.get(number)).hasValue(looks + 1);
        assertThat(erp.commits).contains(number);
        assertThat(tasks.openFor(number)).isEmpty();
        assertThat(instances.about(number).getFirst().incidents()).isZero();
    }

    @Test
    void anOrderThatWaitsForTheHoursOfItsErpIsCancelledWithoutEverGoingThere() {
        erp.during(
                number,
                () ->
                        erp.answers(
                                number,
                                new PushOutcome.Waiting(
                                        "closed until 08:00", Duration.ofMillis(100))));
        TestOrder order = mall.submit(number);
        eventually(() -> assertThat(pushes()).isGreaterThan(1));

        mall.requestCancel(number);

        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.CANCELLED);
        assertThat(erp.commits).doesNotContain(number);
    }

    @Test
    void aCancellationWaitsForTheHoursOfTheErpThatHasTheOrder() {
        TestOrder order = mall.submit(number);
        awaitElement(number, "await-acceptance");
        var closed = new VoidOutcome.Waiting("closed until 08:00", Duration.ofMillis(10));
        erp.answersVoid(number, closed, closed, closed);

        mall.requestCancel(number);

        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.CANCELLED);
        assertThat(erp.open).doesNotContain(number);
    }

    @Test
    void anExpiredLicenceStopsTheOrderBeforeItIsPushed() {
        mall.order(number).licenceProblems = EXPIRED;
        TestOrder order = mall.submit(number);

        openTask(number, "licence-stop");
        assertThat(erp.commits).doesNotContain(number);
        order.licenceProblems = List.of();
        decide(number, "licence-stop", "retry", QUALITY);

        awaitElement(number, "await-acceptance");
    }

    @Test
    void anExpiredLicenceStopsTheOrderBeforeItIsShipped() {
        TestOrder order = mall.submit(number);
        awaitElement(number, "await-acceptance");
        order.licenceProblems = EXPIRED;
        mall.erpAccepts(number);

        decide(number, "shipping-licence-stop", "give-up", QUALITY);

        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.REJECTED);
        assertThat(order.endReason).isEqualTo("because");
        assertThat(erp.open).doesNotContain(number);
    }

    @Test
    void aLicenceThatExpiresWhileShippingIsAwaitedIsFoundTheNextDay() {
        TestOrder order = mall.submit(number);
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");
        order.licenceProblems = EXPIRED;

        timePasses(Duration.ofHours(25), () -> openTask(number, "shipping-licence-stop"));

        order.licenceProblems = List.of();
        decide(number, "shipping-licence-stop", "retry", QUALITY);
        awaitElement(number, "await-shipment");
    }

    @Test
    void aLicenceThatIsLostWhileShippingIsAwaitedIsFoundAtOnce() {
        TestOrder order = mall.submit(number);
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");
        order.licenceProblems = EXPIRED;

        mall.losesLicence(number, "QR1");

        openTask(number, "shipping-licence-stop");
        order.licenceProblems = List.of();
        decide(number, "shipping-licence-stop", "retry", QUALITY);
        awaitElement(number, "await-shipment");
        assertPassed(number, "licence-lost");

        order.licenceProblems = EXPIRED;
        mall.losesLicence(number, "QR1/version-2");

        openTask(number, "shipping-licence-stop");
        order.licenceProblems = List.of();
        decide(number, "shipping-licence-stop", "retry", QUALITY);
        awaitElement(number, "await-shipment");
    }

    @Test
    void aLossThatDoesNotTouchTheOrderDisturbsNothing() {
        mall.submit(number);
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");

        mall.losesLicence(number, "QR1");
        mall.losesLicence(number, "QR2");

        assertPassed(number, "still-licensed");
        mall.erpShips(number, "D1", true);
        awaitState(number, State.COMPLETED);
    }

    @Test
    void aRecalledBatchIsToldToQualityWhileShippingIsAwaited() {
        mall.submit(number);
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");

        mall.recalls(number, "RC1", "B20261");

        openTask(number, "recall-stop");
        long key = instances.about(number).getFirst().key();
        eventually(
                () ->
                        assertThat(instances.instance(key).orElseThrow().variables())
                                .filteredOn(it -> it.name().equals("recall"))
                                .singleElement()
                                .asString()
                                .contains("RC1", "B20261", "阿莫西林胶囊"));
        decide(number, "recall-stop", "ship-others", QUALITY);
        awaitElement(number, "await-shipment");
        mall.erpShips(number, "D1", true);
        awaitState(number, State.COMPLETED);
    }

    @Test
    void aRecallThatCameBeforeTheAcceptanceIsToldAsSoonAsShippingIsAwaited() {
        mall.submit(number);
        awaitElement(number, "await-acceptance");
        mall.recalls(number, "RC1", "B20261");

        mall.erpAccepts(number);

        openTask(number, "recall-stop");
        awaitElement(number, "await-shipment");
    }

    @Test
    void anOrderGivenUpForARecallIsVoidedInTheErp() {
        TestOrder order = mall.submit(number);
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");
        mall.recalls(number, "RC1", "B20261");

        decide(number, "recall-stop", "give-up", QUALITY);

        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.REJECTED);
        assertThat(order.endReason).isEqualTo("because");
        assertThat(erp.open).doesNotContain(number);
    }

    @Test
    void ofAPartlyShippedOrderTheRecallCannotTakeBackWhatIsGone() {
        mall.submit(number);
        mall.erpAccepts(number);
        mall.erpShips(number, "D1", false);
        awaitElement(number, "await-shipment");
        mall.recalls(number, "RC1", "B20261");

        decide(number, "recall-stop", "give-up", QUALITY);

        awaitElement(number, "await-shipment");
        assertPassed(number, "reject-too-late");
        mall.erpShips(number, "D2", true);
        awaitState(number, State.COMPLETED);
    }

    @Test
    void anOrderThatIsShippedWholeNeedsNoDecisionOnARecallAnyMore() {
        mall.submit(number);
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");
        mall.recalls(number, "RC1", "B20261");
        mall.recalls(number, "RC2", "B20262");
        eventually(() -> assertThat(tasks.openFor(number)).hasSize(2));

        mall.erpShips(number, "D1", true);

        awaitState(number, State.COMPLETED);
        eventually(() -> assertThat(tasks.openFor(number)).isEmpty());
    }

    @Test
    void givingUpTooLateLetsTheShippingOrderGoOn() {
        TestOrder order = mall.submit(number);
        awaitElement(number, "await-acceptance");
        order.licenceProblems = EXPIRED;
        mall.erpAccepts(number);
        openTask(number, "shipping-licence-stop");
        erp.answersVoid(number, new VoidOutcome.TooLate("已出库"));
        order.licenceProblems = List.of();

        decide(number, "shipping-licence-stop", "give-up", QUALITY);

        awaitElement(number, "await-shipment");
        mall.erpShips(number, "D1", true);
        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.COMPLETED);
    }

    @Test
    void anAnswerThatDoesNotComeIsChasedWithoutDisturbingTheWait() {
        mall.submit(number);
        awaitElement(number, "await-acceptance");

        timePasses(Duration.ofHours(5), () -> openTask(number, "chase-acceptance"));

        awaitElement(number, "await-acceptance");
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");
        eventually(() -> assertThat(tasks.openFor(number)).isEmpty());
    }

    @Test
    void whoHasChasedTheAnswerHasDoneHisPartUntilItIsOverdueAgain() {
        mall.submit(number);
        awaitElement(number, "await-acceptance");
        timePasses(Duration.ofHours(5), () -> openTask(number, "chase-acceptance"));

        decide(number, "chase-acceptance", "done", OPERATOR);

        assertPassed(number, "acceptance-chased");
        timePasses(Duration.ofHours(9), () -> openTask(number, "chase-acceptance"));
        decide(number, "chase-acceptance", "done", OPERATOR);
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");
    }

    @Test
    void aDeliveryThatDoesNotComeIsChased() {
        mall.submit(number);
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");

        timePasses(Duration.ofDays(4), () -> openTask(number, "chase-shipment"));

        decide(number, "chase-shipment", "done", SALES);
        timePasses(Duration.ofDays(7), () -> openTask(number, "chase-shipment"));
        decide(number, "chase-shipment", "done", SALES);
        mall.erpShips(number, "D1", true);
        awaitState(number, State.COMPLETED);
    }

    @Test
    void anOrderWhoseErpTellsOfInvoicesIsCompletedWhenAllOfItIsInvoiced() {
        erp.invoicing.add(number);
        TestOrder order = mall.submit(number);
        mall.erpAccepts(number);
        mall.erpInvoices(number, "26312000000000000001", false);
        mall.erpShips(number, "D1", true);
        awaitElement(number, "await-invoice");
        assertThat(order.state).isEqualTo(OrderState.SHIPPED);

        mall.erpInvoices(number, "26312000000000000002", true);

        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.COMPLETED);
        assertPassed(number, "invoiced");
    }

    @Test
    void anOrderThatCostsNothingWaitsForNoInvoice() {
        erp.invoicing.add(number);
        mall.order(number).facts = TestOrder.facts("0", "900.00", "0", false, true, false);
        TestOrder order = mall.submit(number);
        mall.erpAccepts(number);

        mall.erpShips(number, "D1", true);

        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.COMPLETED);
    }

    @Test
    void anInvoiceThatDoesNotComeIsChasedUntilFinanceWaitsNoLonger() {
        erp.invoicing.add(number);
        TestOrder order = mall.submit(number);
        mall.erpAccepts(number);
        mall.erpShips(number, "D1", true);
        awaitElement(number, "await-invoice");

        timePasses(Duration.ofDays(8), () -> openTask(number, "chase-invoice"));
        decide(number, "chase-invoice", "wait", FINANCE);
        timePasses(Duration.ofDays(15), () -> openTask(number, "chase-invoice"));
        decide(number, "chase-invoice", "wait", FINANCE);
        mall.erpInvoices(number, "26312000000000000001", false);
        awaitElement(number, "await-invoice");
        timePasses(Duration.ofDays(8), () -> openTask(number, "chase-invoice"));
        assertThat(order.state).isEqualTo(OrderState.SHIPPED);
        decide(number, "chase-invoice", "close", FINANCE);

        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.COMPLETED);
        assertPassed(number, "invoice-waived");
    }

    @Test
    void aCancellationInApprovalEndsTheOrderWithoutAskingTheErp() {
        mall.order(number).facts = TestOrder.facts("100", "-50", "0", false, true, false);
        TestOrder order = mall.submit(number);
        openTask(number, "finance-approval");

        mall.requestCancel(number);

        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.CANCELLED);
        assertThat(order.endReason).isEqualTo("changed my mind");
        assertThat(tasks.openFor(number)).isEmpty();
    }

    @Test
    void aCancellationBeforeShippingVoidsTheOrderInTheErp() {
        TestOrder order = mall.submit(number);
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");

        mall.requestCancel(number);

        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.CANCELLED);
        assertThat(order.receivables).isZero();
        assertThat(erp.open).doesNotContain(number);
    }

    @Test
    void aCancellationThatComesTooLateChangesNothing() {
        TestOrder order = mall.submit(number);
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");
        erp.answersVoid(number, new VoidOutcome.TooLate("已出库"));

        mall.requestCancel(number);
        assertPassed(number, "cancel-refused");
        mall.erpShips(number, "D1", true);

        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.COMPLETED);
    }

    @Test
    void anAcceptedOrderOfWhichAPartIsCancelledIsVoidedAndSentAnewOnce() {
        TestOrder order = mall.submit(number);
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");

        TestParts.Request part = mall.requestPart(number);

        eventually(() -> assertThat(pushes()).isEqualTo(2));
        assertThat(part.state).isEqualTo(PartCancellations.State.DONE);
        assertThat(erp.open).contains(number);
        awaitElement(number, "await-acceptance");
        mall.erpAnswers(number, true, "ok", Instant.parse("2026-11-24T02:00:00Z"));
        awaitElement(number, "await-shipment");
        mall.erpShips(number, "D1", true);
        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.COMPLETED);
        assertPassed(number, "part-settled");
        assertThat(pushes()).isEqualTo(2);
    }

    @Test
    void aPartCancelledWhileAcceptanceIsAwaitedIsSentAnewToo() {
        mall.submit(number);
        awaitElement(number, "await-acceptance");
        erp.answersVoid(number, new VoidOutcome.Unavailable("away"));

        TestParts.Request part = mall.requestPart(number);

        eventually(() -> assertThat(pushes()).isEqualTo(2));
        assertThat(part.state).isEqualTo(PartCancellations.State.DONE);
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");
        mall.erpShips(number, "D1", true);
        awaitState(number, State.COMPLETED);
    }

    @Test
    void aPartCancelledWhileTheErpIsAwayIsSimplyNotSentLater() {
        erp.answers(
                number,
                new PushOutcome.Unavailable("away"),
                new PushOutcome.Unavailable("away"),
                new PushOutcome.Unavailable("away"));
        mall.submit(number);
        eventually(() -> assertThat(pushes()).isPositive());

        TestParts.Request part = mall.requestPart(number);

        eventually(() -> assertThat(part.state).isEqualTo(PartCancellations.State.DONE));
        eventually(() -> assertThat(erp.open).contains(number));
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");
        mall.erpShips(number, "D1", true);
        awaitState(number, State.COMPLETED);
    }

    @Test
    void aPartThatIsTooLateInTheErpChangesNothing() {
        mall.submit(number);
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");
        erp.answersVoid(number, new VoidOutcome.TooLate("已出库"));

        TestParts.Request part = mall.requestPart(number);

        eventually(() -> assertThat(part.state).isEqualTo(PartCancellations.State.TOO_LATE));
        assertThat(part.words).isEqualTo("已出库");
        mall.erpShips(number, "D1", true);
        awaitState(number, State.COMPLETED);
        assertThat(pushes()).isEqualTo(1);
    }

    @Test
    void whatIsLeftOfAnOrderCanBeCancelledAsAWhole() {
        TestOrder order = mall.submit(number);
        mall.erpAccepts(number);
        awaitElement(number, "await-shipment");
        mall.requestPart(number);
        eventually(() -> assertThat(pushes()).isEqualTo(2));
        awaitElement(number, "await-acceptance");

        mall.requestCancel(number);

        awaitState(number, State.COMPLETED);
        assertThat(order.state).isEqualTo(OrderState.CANCELLED);
        assertThat(erp.open).doesNotContain(number);
    }

    private int pushes() {
        AtomicInteger pushes = erp.pushes.get(number);
        return pushes == null ? 0 : pushes.get();
    }

    private TaskOutcome complete(TaskView task, StaffView by) {
        return tasks.complete(task.key(), Map.of("decision", "approve"), by);
    }
}
