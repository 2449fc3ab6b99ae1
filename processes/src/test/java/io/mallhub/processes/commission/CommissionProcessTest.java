package io.mallhub.processes.commission;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.bpmn.CommissionPayout;
import io.mallhub.commission.ErpVouchers.PostOutcome;
import io.mallhub.commission.LineDisputed;
import io.mallhub.commission.PayoutRequested;
import io.mallhub.commission.Payouts;
import io.mallhub.commission.StatementConfirmed;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.Instances;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks.TaskOutcome;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.TestCommission;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of {@code commission-payout} and {@code commission-statement} on the real broker. */
class CommissionProcessTest extends ProcessTest {
    private static final AtomicInteger MONTHS = new AtomicInteger();
    private static final StaffView SALES = staff("sally-sales", Role.SALES);
    private static final StaffView FINANCE = staff("finn-finance", Role.FINANCE);
    private static final StaffView SECOND = staff("fiona-finance", Role.FINANCE);

    @Autowired private TestCommission commission;

    private final YearMonth month = YearMonth.of(2001, 1).plusMonths(MONTHS.incrementAndGet());
    private final String number = newNumber("CS");

    @BeforeEach
    void oneStatement() {
        commission.months.put(month, List.of(number));
    }

    @Test
    void aStatementIsPublishedApprovedByTwoPostedPaidAndAnnounced() {
        requested();
        confirmed();
        approve("payout-sales-approval", SALES);
        assertThat(tasks.claim(openTask(number, "payout-finance-approval").key(), bothRoles()))
                .isEqualTo(new TaskOutcome.Done());
        decide(number, "payout-finance-approval", "approve", bothRoles());
        decide(number, "payment", "paid", FINANCE);

        awaitState(number, State.COMPLETED);
        awaitState(month.toString(), State.COMPLETED);
        assertThat(commission.done(number))
                .containsExactly(
                        "published", "closed", "asked, second: false", "approved", "announced");
        assertPassed(number, "paid");
    }

    @Test
    void oneMonthHasOneInstanceHoweverItIsStarted() {
        requested();
        awaitElement(number, "dispute-window");
        client.newPublishMessageCommand()
                .messageName(CommissionPayout.REQUESTED)
                .correlationKey(month + "-again")
                .variables(Map.of(CommissionPayout.MONTH, month.toString()))
                .send()
                .join();

        eventually(
                () ->
                        assertThat(instances.about(month.toString()))
                                .extracting(Instances.InstanceRow::state)
                                .containsExactlyInAnyOrder(State.ACTIVE, State.COMPLETED));
        assertThat(instances.about(number)).hasSize(1);
        assertThat(commission.done(month.toString())).containsExactly("computed");
    }

    @Test
    void theTimerStartsTheMonthThatHasEndedByItself() {
        LocalDate first = LocalDate.now(ZoneOffset.UTC).plusMonths(1).withDayOfMonth(1);
        Instant due = first.atTime(20, 1).toInstant(ZoneOffset.UTC);
        String ended = YearMonth.now(MallTime.ZONE).minusMonths(1).toString();

        timePasses(
                Duration.between(Instant.now(), due),
                () ->
                        eventually(
                                () ->
                                        assertThat(commission.done(ended))
                                                .containsExactly("computed")));
    }

    @Test
    void theWindowClosesByTime() {
        requested();
        awaitElement(number, "dispute-window");

        timePasses(
                Duration.ofDays(5).plusHours(1), () -> openTask(number, "payout-sales-approval"));

        assertPassed(number, "window-over");
    }

    @Test
    void aDisputeIsAnsweredBesideTheWindow() {
        requested();
        awaitElement(number, "dispute-window");
        mall.publish(new LineDisputed(number, 7));
        TaskView dispute = openTask(number, "dispute-review");
        assertThat(dispute.groups()).containsExactly("sales");

        confirmed();
        openTask(number, "payout-sales-approval");
        assertThat(openTask(number, "dispute-review").state()).isEqualTo(TaskView.State.OPEN);
        tasks.complete(dispute.key(), Map.of(), SALES);

        assertPassed(number, "dispute-answered");
    }

    @Test
    void aLinkedPayeeIsHeldForAPersonBeforeAnythingIsPublished() {
        commission.linked.put(number, true);
        requested();
        TaskView review = openTask(number, "linked-payee-review");
        assertThat(commission.done(number)).isEmpty();
        assertThat(review.subject()).isEqualTo("销售小王");

        tasks.complete(review.key(), Map.of(), FINANCE);

        awaitElement(number, "dispute-window");
    }

    @Test
    void nothingDueEndsIt() {
        commission.payable.put(number, "0.00");
        requested();
        confirmed();

        awaitState(number, State.COMPLETED);
        assertPassed(number, "nothing-due");
    }

    @Test
    void aRefusalOfSalesWithdrawsIt() {
        requested();
        confirmed();

        decide(number, "payout-sales-approval", "reject", SALES);

        withdrawn();
    }

    @Test
    void aRefusalOfFinanceWithdrawsIt() {
        requested();
        confirmed();
        approve("payout-sales-approval", SALES);

        decide(number, "payout-finance-approval", "reject", FINANCE);

        withdrawn();
    }

    @Test
    void aLargeSumNeedsAThirdPersonAndNobodyTwice() {
        commission.payable.put(number, "20000.00");
        requested();
        confirmed();
        approve("payout-sales-approval", SALES);
        approve("payout-finance-approval", FINANCE);
        TaskView second = openTask(number, "payout-second-approval");

        assertThat(tasks.claim(second.key(), FINANCE))
                .isEqualTo(new TaskOutcome.Refused("task.four-eyes"));
        decide(number, "payout-second-approval", "approve", SECOND);

        openTask(number, "payment");
        assertThat(commission.done(number)).contains("asked, second: true");
    }

    @Test
    void theDecisionAsksForAThirdPersonWheneverTheCoreDoes() {
        for (String amount : List.of("0.01", "19999.99", "20000.00", "20000.01", "1000000.00")) {
            String answer =
                    client.newEvaluateDecisionCommand()
                            .decisionId("commission-payout-limits")
                            .variables(Map.of("payable", new BigDecimal(amount)))
                            .send()
                            .join()
                            .getDecisionOutput();

            assertThat(answer)
                    .contains(
                            "\"second\":" + (Money.of(amount).compareTo(Payouts.SECOND_FROM) >= 0));
        }
    }

    @Test
    void aSecondPersonCanRefuse() {
        commission.payable.put(number, "20000.00");
        requested();
        confirmed();
        approve("payout-sales-approval", SALES);
        approve("payout-finance-approval", FINANCE);

        decide(number, "payout-second-approval", "reject", SECOND);

        withdrawn();
    }

    @Test
    void aRefusedVoucherIsSentAgainOrGivenUp() {
        commission.erpAnswers(
                number,
                new PostOutcome.Waiting("ready", Duration.ofMillis(100)),
                new PostOutcome.Refused("科目已封存"),
                new PostOutcome.Unavailable("down"),
                new PostOutcome.Unknown("asking", false),
                new PostOutcome.Unknown("two found", true));
        toVoucher();
        decide(number, "voucher-problem", "retry", FINANCE);
        eventually(
                () ->
                        assertThat(
                                        instances
                                                .instance(
                                                        openTask(number, "voucher-problem")
                                                                .instanceKey())
                                                .orElseThrow()
                                                .variables())
                                .anyMatch(it -> it.json().equals("\"two found\"")));

        decide(number, "voucher-problem", "give-up", FINANCE);

        withdrawn();
    }

    @Test
    void aPaymentThatFailedGoesBackToFinance() {
        toVoucher();
        TaskView first = openTask(number, "payment");

        decide(number, "payment", "failed", FINANCE);

        eventually(() -> assertThat(openTask(number, "payment").key()).isNotEqualTo(first.key()));
        decide(number, "payment", "paid", FINANCE);
        awaitState(number, State.COMPLETED);
    }

    @Test
    void whatIsOverdueIsLiftedToTheTop() {
        requested();
        confirmed();
        openTask(number, "payout-sales-approval");

        timePasses(
                Duration.ofDays(9),
                () ->
                        eventually(
                                () ->
                                        assertThat(
                                                        openTask(number, "payout-sales-approval")
                                                                .priority())
                                                .isEqualTo(95)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linked-payee-review",
                "dispute-review",
                "payout-finance-approval",
                "payout-second-approval",
                "voucher-problem",
                "payment"
            })
    void soIsEveryOtherTask(String task) {
        waitsFor(task);
        assertThat(openTask(number, task).priority()).isLessThan(95);

        timePasses(
                Duration.ofDays(9),
                () ->
                        eventually(
                                () -> assertThat(openTask(number, task).priority()).isEqualTo(95)));
    }

    private void waitsFor(String task) {
        switch (task) {
            case "linked-payee-review" -> {
                commission.linked.put(number, true);
                requested();
            }
            case "dispute-review" -> {
                requested();
                awaitElement(number, "dispute-window");
                mall.publish(new LineDisputed(number, 7));
            }
            case "payout-finance-approval" -> {
                requested();
                confirmed();
                approve("payout-sales-approval", SALES);
            }
            case "payout-second-approval" -> {
                commission.payable.put(number, "20000.00");
                toVoucher();
            }
            case "voucher-problem" -> {
                commission.erpAnswers(number, new PostOutcome.Refused("科目已封存"));
                toVoucher();
            }
            default -> toVoucher();
        }
    }

    private static StaffView bothRoles() {
        return staff("finn-finance", Role.FINANCE, Role.SALES);
    }

    private void requested() {
        mall.publish(new PayoutRequested(month, "Finance"));
    }

    private void confirmed() {
        awaitElement(number, "dispute-window");
        mall.publish(new StatementConfirmed(number));
    }

    private void toVoucher() {
        requested();
        confirmed();
        approve("payout-sales-approval", SALES);
        approve("payout-finance-approval", FINANCE);
    }

    private void approve(String element, StaffView by) {
        decide(number, element, "approve", by);
    }

    private void withdrawn() {
        awaitState(number, State.COMPLETED);
        assertPassed(number, "withdrawn");
        assertThat(commission.done(number)).contains("withdrawn").doesNotContain("announced");
    }
}
