package io.mallhub.processes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks.TaskOutcome;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.TestReturn;
import io.mallhub.processes.fixture.TestReturns;
import io.mallhub.returns.ErpReturns.CreateOutcome;
import io.mallhub.returns.ErpReturns.VoidOutcome;
import io.mallhub.returns.ReturnReason;
import io.mallhub.returns.ReturnState;
import io.mallhub.returns.ReturnWish;
import io.mallhub.shared.Money;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of {@code sales-return} on the real broker. */
class SalesReturnProcessTest extends ProcessTest {
    private static final StaffView SALES = staff("sara", Role.SALES);
    private static final StaffView INSPECTOR = staff("ines", Role.INSPECTOR);
    private static final StaffView FINANCE = staff("fred", Role.FINANCE);
    private static final StaffView OPERATOR = staff("otto", Role.OPERATOR);

    @Autowired private TestReturns returns;

    private final String number = newNumber("RT");

    @Test
    void aSmallEarlyReturnGoesStraightToTheErpAndIsPaidBackAfterInspection() {
        TestReturn it = returns.submit(number);

        awaitElement(number, "await-goods");
        assertThat(it.state).isEqualTo(ReturnState.APPROVED);
        assertThat(it.sent).containsExactly("create");
        returns.goodsArrive(number);
        inspected();

        awaitState(number, State.COMPLETED);
        assertThat(it.state).isEqualTo(ReturnState.COMPLETED);
        assertThat(it.settlements).isEqualTo(1);
        assertPassed(number, "settle-return", "return-completed");
    }

    @Test
    void aRecallGoesStraightOnHoweverLongAgoAndHoweverWarm() {
        returns.of(number).facts = TestReturn.facts(400, true, false, ReturnReason.RECALL, "20000");

        TestReturn it = returns.submit(number);

        awaitElement(number, "await-goods");
        assertThat(it.state).isEqualTo(ReturnState.APPROVED);
        assertThat(it.sent).containsExactly("create");
    }

    @Test
    void whatTheRulesDoNotAllowIsRefusedWithItsGround() {
        returns.of(number).facts = facts(31, false, ReturnReason.NOT_NEEDED, "10");

        TestReturn it = returns.submit(number);

        awaitState(number, State.COMPLETED);
        assertThat(it.state).isEqualTo(ReturnState.REFUSED);
        assertThat(it.endReason).isEqualTo("too-late");
        assertThat(it.sent).isEmpty();
    }

    @Test
    void coldGoodsWithoutProofAreRefusedUnlessTheirQualityIsTheReason() {
        returns.of(number).facts = TestReturn.facts(1, true, false, ReturnReason.NEAR_EXPIRY, "10");
        returns.submit(number);
        awaitState(number, State.COMPLETED);
        assertThat(returns.of(number).endReason).isEqualTo("temperature-not-proven");

        String other = newNumber("RT");
        returns.of(other).facts =
                TestReturn.facts(1, true, false, ReturnReason.QUALITY_PROBLEM, "10");
        returns.submit(other);
        openTask(other, "return-review");
    }

    @Test
    void theDeskReviewsWhatTheRulesLeaveOpen() {
        returns.of(number).facts = facts(10, false, ReturnReason.NOT_NEEDED, "10");
        TestReturn it = returns.submit(number);
        TaskView review = openTask(number, "return-review");
        assertThat(it.state).isEqualTo(ReturnState.IN_REVIEW);
        assertThat(review.name()).isEqualTo("审核退货");
        assertThat(review.groups()).containsExactly("sales");

        decide(number, "return-review", "approve", SALES);

        awaitElement(number, "await-goods");
    }

    @Test
    void theDeskRefuses() {
        returns.of(number).facts = facts(10, false, ReturnReason.NOT_NEEDED, "10");
        TestReturn it = returns.submit(number);

        decide(number, "return-review", "reject", SALES);

        awaitState(number, State.COMPLETED);
        assertThat(it.state).isEqualTo(ReturnState.REFUSED);
        assertThat(it.endReason).isEqualTo("because");
    }

    @Test
    void overdueReviewsAreLiftedToTheTop() {
        returns.of(number).facts = facts(10, false, ReturnReason.NOT_NEEDED, "10");
        returns.submit(number);
        openTask(number, "return-review");

        timePasses(
                Duration.ofHours(9),
                () ->
                        eventually(
                                () ->
                                        assertThat(openTask(number, "return-review").priority())
                                                .isEqualTo(95)));
    }

    @Test
    void anUnknownOutcomeIsLookedIntoByAPersonAndTriedAgain() {
        returns.answers(number, new CreateOutcome.Unknown("two found", true));
        TestReturn it = returns.submit(number);

        decide(number, "return-outcome-unknown", "retry", OPERATOR);

        awaitElement(number, "await-goods");
        assertThat(it.sent).containsExactly("create");
    }

    @Test
    void anErpThatIsAwayOrUnsureIsAskedAgainByItself() {
        returns.answers(
                number,
                new CreateOutcome.Unavailable("down"),
                new CreateOutcome.Unknown("timeout", false));
        returns.submit(number);

        awaitElement(number, "await-goods");
    }

    @Test
    void anErpThatFetchesIsWaitedForWithoutAnIncident() {
        returns.answers(number, new CreateOutcome.Waiting("ready", Duration.ofMillis(100)));
        returns.submit(number);

        awaitElement(number, "await-goods");
        assertThat(instances.about(number)).allMatch(row -> row.incidents() == 0);
    }

    @Test
    void whatTheErpRefusesIsGivenUp() {
        returns.answers(number, new CreateOutcome.Refused("单据已关闭"));
        TestReturn it = returns.submit(number);

        decide(number, "erp-return-rejection", "give-up", SALES);

        awaitState(number, State.COMPLETED);
        assertThat(it.state).isEqualTo(ReturnState.REFUSED);
    }

    @Test
    void anUnknownOutcomeThatIsGivenUpIsVoidedInTheErpFirst() {
        returns.answers(number, new CreateOutcome.Unknown("two found", true));
        TestReturn it = returns.submit(number);

        decide(number, "return-outcome-unknown", "give-up", OPERATOR);

        awaitState(number, State.COMPLETED);
        assertThat(it.sent).containsExactly("void");
        assertThat(it.state).isEqualTo(ReturnState.REFUSED);
    }

    @Test
    void theBuyerWithdrawsUntilTheGoodsAreThereAndTheErpOrderIsVoided() {
        TestReturn it = returns.submit(number);
        awaitElement(number, "await-goods");

        returns.takeBack(number, "", false);

        awaitState(number, State.COMPLETED);
        assertThat(it.state).isEqualTo(ReturnState.WITHDRAWN);
        assertThat(it.sent).containsExactly("create", "void");
    }

    @Test
    void aWithdrawalDuringReviewEndsTheTask() {
        returns.of(number).facts = facts(10, false, ReturnReason.NOT_NEEDED, "10");
        TestReturn it = returns.submit(number);
        openTask(number, "return-review");

        returns.takeBack(number, "", false);

        awaitState(number, State.COMPLETED);
        assertThat(it.state).isEqualTo(ReturnState.WITHDRAWN);
        assertThat(it.sent).isEmpty();
        eventually(() -> assertThat(tasks.openFor(number)).isEmpty());
    }

    @Test
    void theDeskTakesItsApprovalBack() {
        TestReturn it = returns.submit(number);
        awaitElement(number, "await-goods");

        returns.takeBack(number, "疑似串货", true);

        awaitState(number, State.COMPLETED);
        assertThat(it.state).isEqualTo(ReturnState.REFUSED);
        assertThat(it.endReason).isEqualTo("疑似串货");
        assertThat(it.sent).containsExactly("create", "void");
    }

    @Test
    void goodsThatWereQuickerThanTheWithdrawalAreInspected() {
        TestReturn it = returns.submit(number);
        awaitElement(number, "await-goods");
        returns.answersVoid(number, new VoidOutcome.TooLate("已入库"));

        returns.takeBack(number, "", false);
        eventually(() -> assertPassed(number, "end-return"));
        awaitElement(number, "await-goods");
        returns.goodsArrive(number);
        inspected();

        awaitState(number, State.COMPLETED);
        assertThat(it.state).isEqualTo(ReturnState.COMPLETED);
    }

    @Test
    void goodsThatNeverComeAreRemindedOfAndThenTheReturnLapses() {
        TestReturn it = returns.submit(number);
        awaitElement(number, "await-goods");

        timePasses(
                Duration.ofDays(8),
                () -> {
                    eventually(() -> assertThat(it.reminders).isEqualTo(1));
                    awaitElement(number, "await-goods");
                });
        timePasses(Duration.ofDays(31), () -> awaitState(number, State.COMPLETED));

        assertThat(it.state).isEqualTo(ReturnState.LAPSED);
        assertThat(it.sent).containsExactly("create", "void");
    }

    @Test
    void overdueInspectionsAreShownToTheQualityHead() {
        returns.submit(number);
        awaitElement(number, "await-goods");
        returns.goodsArrive(number);
        openTask(number, "return-inspection");

        timePasses(
                Duration.ofDays(3),
                () ->
                        eventually(
                                () ->
                                        assertThat(openTask(number, "return-inspection").groups())
                                                .contains("quality-head")));
    }

    @Test
    void aLargeRefundNeedsFinanceWhichMayWantAnotherInspection() {
        TestReturn it = returns.submit(number);
        it.refund = Money.of("2000.01");
        awaitElement(number, "await-goods");
        returns.goodsArrive(number);
        inspected();

        decide(number, "return-refund-approval", "reject", FINANCE);
        inspected();
        assertThat(it.settlements).isZero();
        decide(number, "return-refund-approval", "approve", FINANCE);

        awaitState(number, State.COMPLETED);
        assertThat(it.settlements).isEqualTo(1);
    }

    @Test
    void anOverdueApprovalOfARefundIsLiftedToTheTop() {
        TestReturn it = returns.submit(number);
        it.refund = Money.of("2000.01");
        awaitElement(number, "await-goods");
        returns.goodsArrive(number);
        inspected();
        openTask(number, "return-refund-approval");

        timePasses(
                Duration.ofHours(9),
                () ->
                        eventually(
                                () ->
                                        assertThat(
                                                        openTask(number, "return-refund-approval")
                                                                .priority())
                                                .isEqualTo(95)));
    }

    @Test
    void aRepeatedStartEndsAtOnce() {
        TestReturn it = returns.submit(number);
        awaitElement(number, "await-goods");

        startAgain("return-submitted", number, Map.of("returnNumber", number));

        eventually(
                () ->
                        assertThat(instances.about(number))
                                .extracting(row -> row.state())
                                .containsExactlyInAnyOrder(State.ACTIVE, State.COMPLETED));
        assertThat(it.sent).containsExactly("create");
    }

    @Test
    void anExchangeIsPlacedAfterTheRefund() {
        returns.of(number).wish = ReturnWish.EXCHANGE;
        TestReturn it = returns.submit(number);
        awaitElement(number, "await-goods");
        returns.goodsArrive(number);
        inspected();

        awaitState(number, State.COMPLETED);
        assertThat(it.exchange).isEqualTo("SO-EXCHANGE");
    }

    @Test
    void aReturnEndsThoughItsExchangeCannotBeOrdered() {
        returns.of(number).wish = ReturnWish.EXCHANGE;
        returns.of(number).exchangeRefused = true;
        TestReturn it = returns.submit(number);
        awaitElement(number, "await-goods");
        returns.goodsArrive(number);
        inspected();

        awaitState(number, State.COMPLETED);
        assertThat(it.settlements).isEqualTo(1);
        assertThat(it.exchange).isNull();
    }

    private void inspected() {
        assertThat(tasks.complete(openTask(number, "return-inspection").key(), Map.of(), INSPECTOR))
                .isEqualTo(new TaskOutcome.Done());
    }

    private static io.mallhub.returns.Returns.EligibilityFacts facts(
            long days, boolean cold, ReturnReason reason, String amount) {
        return TestReturn.facts(days, cold, true, reason, amount);
    }
}
