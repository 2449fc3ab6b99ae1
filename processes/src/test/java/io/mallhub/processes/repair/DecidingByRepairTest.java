package io.mallhub.processes.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.audit.AuditEntry;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.customer.ApplicationState;
import io.mallhub.customer.Registrations.RiskFacts;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.order.OrderState;
import io.mallhub.processes.Repair;
import io.mallhub.processes.Repairs;
import io.mallhub.processes.Repairs.Item;
import io.mallhub.processes.Repairs.ItemState;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.TestAudit;
import io.mallhub.processes.fixture.TestOrder;
import io.mallhub.processes.fixture.TestRegistrations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An operator repairs processes; what others have to decide he does not decide. */
class DecidingByRepairTest extends ProcessTest {
    private static final StaffView OPERATOR = staff("olga", Role.OPERATOR);
    private static final StaffView QUALITY = staff("quinn", Role.QUALITY);

    @Autowired private Repairs repairs;
    @Autowired private TestRegistrations registrations;
    @Autowired private TestAudit audit;

    @ParameterizedTest
    @ValueSource(strings = {"approve-order", "push-order", "approvals-given"})
    void anOrderThatWaitsForItsApprovalIsNotMovedPastIt(String to) {
        String number = newNumber("SO");
        TestOrder order = mall.order(number);
        order.facts = TestOrder.facts("100", "-50", "0", false, true, false);
        mall.submit(number);
        openTask(number, OrderApproval.FINANCE_APPROVAL);

        Item item = repair(number, new Repair.MoveTokens(OrderApproval.FINANCE_APPROVAL, to));

        refused(item, "repair.cannot.past-decision", number);
        assertThat(order.state).isEqualTo(OrderState.IN_APPROVAL);
        assertThat(openTask(number, OrderApproval.FINANCE_APPROVAL)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"facts", "needs", "financeDecision", "decision"})
    void whatARuleOrAPersonDecidesIsNotWrittenByHand(String variable) {
        String number = newNumber("SO");
        mall.submit(number);
        awaitElement(number, "await-acceptance");

        refused(
                repair(number, new Repair.ChangeVariables(Map.of(variable, "null"))),
                "repair.cannot.decided",
                number);
        assertThat(
                        repairs.preview(
                                List.of(key(number)),
                                new Repair.Retry(null, null, Map.of(variable, "null"))))
                .extracting(Repairs.Step::words)
                .containsExactly("repair.cannot.decided");
    }

    @Test
    void anInstanceIsNotTurnedToAnotherOrder() {
        String number = newNumber("SO");
        mall.submit(number);
        awaitElement(number, "await-acceptance");

        refused(
                repair(
                        number,
                        new Repair.ChangeVariables(
                                Map.of(OrderApproval.ORDER_NUMBER, "\"SO-OTHER\""))),
                "repair.cannot.other-number",
                number);
    }

    @Test
    void aRiskyCustomerIsNotOpenedWithoutTheQualityHead() {
        String number = newNumber("CR");
        registrations.played(number).facts = new RiskFacts("PHARMACY", 1, 0, false, false);
        var played = registrations.submit(number);
        openTask(number, "quality-review");
        played.state = ApplicationState.APPROVED;
        decide(number, "quality-review", "approve", QUALITY);
        openTask(number, "quality-head-review");

        refused(
                repair(number, new Repair.MoveTokens("quality-head-review", "create-erp-customer")),
                "repair.cannot.past-decision",
                number);
        refused(
                repair(number, new Repair.ChangeVariables(Map.of("risk", "{\"level\":\"low\"}"))),
                "repair.cannot.decided",
                number);
        assertThat(played.state).isEqualTo(ApplicationState.APPROVED);
    }

    @Test
    void backToItsAssessmentAnOrderMayGo() {
        String number = newNumber("SO");
        mall.order(number).facts = TestOrder.facts("100", "-50", "0", false, true, false);
        mall.submit(number);
        long before = openTask(number, OrderApproval.FINANCE_APPROVAL).key();

        Item item =
                repair(
                        number,
                        new Repair.MoveTokens(OrderApproval.FINANCE_APPROVAL, "record-stops"));

        assertThat(item.state()).isEqualTo(ItemState.DONE);
        eventually(
                () ->
                        assertThat(openTask(number, OrderApproval.FINANCE_APPROVAL).key())
                                .isNotEqualTo(before));
    }

    private Item repair(String number, Repair repair) {
        return repairs.repair(key(number), repair, "in a hurry", OPERATOR);
    }

    private long key(String number) {
        return instances.about(number).getFirst().key();
    }

    private void refused(Item item, String why, String number) {
        assertThat(item.state()).isEqualTo(ItemState.FAILED);
        assertThat(item.outcome()).isEqualTo(why);
        assertThat(audit.entries)
                .filteredOn(entry -> entry.subject().equals(number))
                .filteredOn(entry -> why.equals(entry.details().get("why")))
                .extracting(AuditEntry::action, entry -> entry.by().id(), AuditEntry::reason)
                .containsExactly(tuple("refuse-approval", "olga", "in a hurry"));
    }
}
