package io.mallhub.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** Diagrams and constants say the same. */
class DiagramContractTest {
    private static final Diagram REGISTRATION = Diagram.of("bpmn/customer-registration.bpmn");
    private static final Diagram RENEWAL = Diagram.of("bpmn/qualification-renewal.bpmn");
    private static final Diagram ORDER = Diagram.of("bpmn/order-approval.bpmn");
    private static final Diagram RETURN = Diagram.of("bpmn/sales-return.bpmn");
    private static final Diagram PAYOUT = Diagram.of("bpmn/commission-payout.bpmn");
    private static final Diagram STATEMENT = Diagram.of("bpmn/commission-statement.bpmn");

    @Test
    void processIdsAreTheConstantsAndTheFileNames() {
        assertThat(REGISTRATION.attributes("process", "id"))
                .containsExactly(CustomerRegistration.ID);
        assertThat(RENEWAL.attributes("process", "id")).containsExactly(QualificationRenewal.ID);
        assertThat(ORDER.attributes("process", "id")).containsExactly(OrderApproval.ID);
        assertThat(RETURN.attributes("process", "id")).containsExactly(SalesReturn.ID);
        assertThat(Diagrams.RESOURCES)
                .contains(
                        "bpmn/" + SalesReturn.ID + ".bpmn",
                        "bpmn/" + SalesReturn.ELIGIBILITY_DECISION + ".dmn",
                        "bpmn/" + CustomerRegistration.ID + ".bpmn",
                        "bpmn/" + CustomerRegistration.RISK_DECISION + ".dmn",
                        "bpmn/" + QualificationRenewal.ID + ".bpmn",
                        "bpmn/" + QualificationRenewal.REVIEW_DECISION + ".dmn",
                        "bpmn/" + OrderApproval.ID + ".bpmn",
                        "bpmn/" + OrderApproval.NEEDS_DECISION + ".dmn");
    }

    @Test
    void everyJobTypeAndItsRetriesAreInAConstantAndTheOtherWayRound() {
        assertThat(REGISTRATION.jobTypes())
                .isEqualTo(jobTypes(CustomerRegistration.class, CommonTasks.class));
        assertThat(RENEWAL.jobTypes())
                .isEqualTo(jobTypes(QualificationRenewal.class, CommonTasks.class));
        assertThat(ORDER.jobTypes()).isEqualTo(jobTypes(OrderApproval.class, CommonTasks.class));
        assertThat(RETURN.jobTypes()).isEqualTo(jobTypes(SalesReturn.class, CommonTasks.class));
    }

    @Test
    void messagesAreTheConstants() {
        assertThat(REGISTRATION.attributes("message", "name"))
                .containsExactlyInAnyOrder(
                        CustomerRegistration.SUBMITTED,
                        CustomerRegistration.SUPPLEMENTED,
                        CustomerRegistration.WITHDRAWN);
        assertThat(RENEWAL.attributes("message", "name"))
                .containsExactlyInAnyOrder(
                        QualificationRenewal.DUE, QualificationRenewal.SUBMITTED);
        assertThat(ORDER.attributes("message", "name"))
                .containsExactlyInAnyOrder(
                        OrderApproval.SUBMITTED,
                        OrderApproval.ERP_ANSWERED,
                        OrderApproval.SHIPPED,
                        OrderApproval.CANCEL_REQUESTED);
        assertThat(RETURN.attributes("message", "name"))
                .containsExactlyInAnyOrder(
                        SalesReturn.SUBMITTED,
                        SalesReturn.RECEIVED,
                        SalesReturn.WITHDRAW_REQUESTED);
    }

    @Test
    void theBusinessNumberCorrelatesEveryMessageOfARunningInstance() {
        assertThat(REGISTRATION.attributes("subscription", "correlationKey"))
                .containsExactly("=" + CustomerRegistration.APPLICATION_NUMBER);
        assertThat(RENEWAL.attributes("subscription", "correlationKey"))
                .containsExactly("=" + QualificationRenewal.RENEWAL_NUMBER);
        assertThat(ORDER.attributes("subscription", "correlationKey"))
                .containsExactly("=" + OrderApproval.ORDER_NUMBER);
        assertThat(RETURN.attributes("subscription", "correlationKey"))
                .containsExactly("=" + SalesReturn.RETURN_NUMBER);
    }

    @Test
    void errorsAreTheConstants() {
        assertThat(REGISTRATION.attributes("error", "errorCode"))
                .containsExactly(CommonTasks.DUPLICATE_INSTANCE);
        assertThat(RENEWAL.attributes("error", "errorCode"))
                .containsExactly(CommonTasks.DUPLICATE_INSTANCE);
        assertThat(ORDER.attributes("error", "errorCode"))
                .containsExactlyInAnyOrder(
                        CommonTasks.DUPLICATE_INSTANCE,
                        OrderApproval.LICENCE_NOT_VALID,
                        OrderApproval.OUTCOME_UNKNOWN,
                        OrderApproval.ERP_REFUSED,
                        OrderApproval.APPROVAL_REFUSED,
                        OrderApproval.ORDER_CANCELLED);
        assertThat(RETURN.attributes("error", "errorCode"))
                .containsExactlyInAnyOrder(
                        CommonTasks.DUPLICATE_INSTANCE,
                        SalesReturn.OUTCOME_UNKNOWN,
                        SalesReturn.ERP_REFUSED,
                        SalesReturn.RETURN_REFUSED);
    }

    @Test
    void userTasksAreTheConstants() {
        assertThat(REGISTRATION.attributes("userTask", "id"))
                .containsExactlyInAnyOrder(
                        CustomerRegistration.QUALITY_REVIEW,
                        CustomerRegistration.QUALITY_HEAD_REVIEW,
                        CustomerRegistration.ERP_CUSTOMER_PROBLEM);
        assertThat(RENEWAL.attributes("userTask", "id"))
                .containsExactly(QualificationRenewal.RENEWAL_REVIEW);
        assertThat(ORDER.attributes("userTask", "id"))
                .containsExactlyInAnyOrder(
                        OrderApproval.SALES_APPROVAL,
                        OrderApproval.FINANCE_APPROVAL,
                        OrderApproval.COMPLIANCE_APPROVAL,
                        OrderApproval.LICENCE_STOP,
                        OrderApproval.SHIPPING_LICENCE_STOP,
                        OrderApproval.OUTCOME_UNKNOWN_TASK,
                        OrderApproval.ERP_REJECTION,
                        OrderApproval.CHASE_ACCEPTANCE,
                        OrderApproval.CHASE_SHIPMENT);
        assertThat(RETURN.attributes("userTask", "id"))
                .containsExactlyInAnyOrder(
                        SalesReturn.REVIEW,
                        SalesReturn.OUTCOME_UNKNOWN_TASK,
                        SalesReturn.ERP_REJECTION,
                        SalesReturn.INSPECTION,
                        SalesReturn.REFUND_APPROVAL);
    }

    @Test
    void decisionsAreTheConstants() {
        assertThat(REGISTRATION.attributes("calledDecision", "decisionId"))
                .isEqualTo(Diagram.of("bpmn/registration-risk.dmn").attributes("decision", "id"))
                .containsExactly(CustomerRegistration.RISK_DECISION);
        assertThat(RENEWAL.attributes("calledDecision", "decisionId"))
                .isEqualTo(Diagram.of("bpmn/renewal-review.dmn").attributes("decision", "id"))
                .containsExactly(QualificationRenewal.REVIEW_DECISION);
        assertThat(ORDER.attributes("calledDecision", "decisionId"))
                .isEqualTo(Diagram.of("bpmn/order-approval-needs.dmn").attributes("decision", "id"))
                .containsExactly(OrderApproval.NEEDS_DECISION);
        assertThat(RETURN.attributes("calledDecision", "decisionId"))
                .isEqualTo(Diagram.of("bpmn/return-eligibility.dmn").attributes("decision", "id"))
                .containsExactly(SalesReturn.ELIGIBILITY_DECISION);
    }

    @Test
    void theDiagramsOfCommissionAreTheConstants() {
        assertThat(PAYOUT.attributes("process", "id")).containsExactly(CommissionPayout.ID);
        assertThat(STATEMENT.attributes("process", "id")).containsExactly(CommissionStatement.ID);
        assertThat(PAYOUT.attributes("calledElement", "processId"))
                .containsExactly(CommissionStatement.ID);
        assertThat(PAYOUT.jobTypes()).isEqualTo(jobTypes(CommissionPayout.class));
        assertThat(STATEMENT.jobTypes())
                .isEqualTo(jobTypes(CommissionStatement.class, CommonTasks.class));
        assertThat(PAYOUT.attributes("message", "name"))
                .containsExactly(CommissionPayout.REQUESTED);
        assertThat(STATEMENT.attributes("message", "name"))
                .containsExactlyInAnyOrder(
                        CommissionStatement.CONFIRMED, CommissionStatement.LINE_DISPUTED);
        assertThat(STATEMENT.attributes("subscription", "correlationKey"))
                .containsExactly("=" + CommissionStatement.STATEMENT_NUMBER);
        assertThat(PAYOUT.attributes("error", "errorCode"))
                .containsExactly(CommonTasks.DUPLICATE_INSTANCE);
        assertThat(STATEMENT.attributes("error", "errorCode"))
                .containsExactlyInAnyOrder(
                        CommissionStatement.ERP_REFUSED, CommissionStatement.OUTCOME_UNKNOWN);
        assertThat(STATEMENT.attributes("userTask", "id"))
                .containsExactlyInAnyOrder(
                        CommissionStatement.LINKED_PAYEE_REVIEW,
                        CommissionStatement.DISPUTE_REVIEW,
                        CommissionStatement.SALES_APPROVAL,
                        CommissionStatement.FINANCE_APPROVAL,
                        CommissionStatement.SECOND_APPROVAL,
                        CommissionStatement.VOUCHER_PROBLEM,
                        CommissionStatement.PAYMENT);
        assertThat(STATEMENT.attributes("calledDecision", "decisionId"))
                .isEqualTo(
                        Diagram.of("bpmn/commission-payout-limits.dmn")
                                .attributes("decision", "id"))
                .containsExactly(CommissionStatement.LIMITS_DECISION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bpmn/customer-registration.bpmn",
                "bpmn/order-approval.bpmn",
                "bpmn/sales-return.bpmn",
                "bpmn/commission-payout.bpmn",
                "bpmn/qualification-renewal.bpmn",
                "bpmn/commission-statement.bpmn"
            })
    void everyUserTaskHasGroupsDueDateAndPriority(String resource) {
        Diagram diagram = Diagram.of(resource);
        for (Element task : diagram.userTasks()) {
            assertThat(Set.of("userTask", "assignmentDefinition", "taskSchedule"))
                    .as(task.getAttribute("id"))
                    .allSatisfy(
                            name ->
                                    assertThat(task.getElementsByTagNameNS("*", name).getLength())
                                            .isPositive());
            assertThat(task.getElementsByTagNameNS("*", "priorityDefinition").getLength())
                    .isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bpmn/customer-registration.bpmn",
                "bpmn/order-approval.bpmn",
                "bpmn/sales-return.bpmn",
                "bpmn/commission-payout.bpmn",
                "bpmn/qualification-renewal.bpmn",
                "bpmn/commission-statement.bpmn"
            })
    void theDecisionsOfAUserTaskAreThoseItsGatewaysKnow(String resource) {
        Diagram diagram = Diagram.of(resource);
        for (Element task : diagram.userTasks()) {
            String element = task.getAttribute("id");
            String described =
                    diagram.documentation(task)
                            .replaceAll("（[^）]*）", "")
                            .replaceAll(".*decision: ", "");
            Set<String> words = CommonTasks.decisionsOf(element);
            assertThat(words)
                    .as(element)
                    .allSatisfy(
                            word ->
                                    assertThat(diagram.conditions())
                                            .anyMatch(it -> it.contains("\"" + word + "\"")));
            if (!words.isEmpty()) {
                assertThat(described.split("\\s*\\|\\s*"))
                        .containsExactlyInAnyOrderElementsOf(words);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bpmn/customer-registration.bpmn",
                "bpmn/order-approval.bpmn",
                "bpmn/sales-return.bpmn",
                "bpmn/commission-payout.bpmn",
                "bpmn/qualification-renewal.bpmn",
                "bpmn/commission-statement.bpmn"
            })
    void everyElementAndFlowIsDrawn(String resource) {
        Diagram diagram = Diagram.of(resource);
        Set<String> drawn = new TreeSet<>(diagram.attributes("BPMNShape", "bpmnElement"));
        drawn.addAll(diagram.attributes("BPMNEdge", "bpmnElement"));
        Set<String> elements = new TreeSet<>();
        Stream.of(
                        "startEvent",
                        "endEvent",
                        "boundaryEvent",
                        "serviceTask",
                        "userTask",
                        "receiveTask",
                        "businessRuleTask",
                        "exclusiveGateway",
                        "inclusiveGateway",
                        "subProcess",
                        "callActivity",
                        "sequenceFlow")
                .forEach(kind -> elements.addAll(diagram.attributes(kind, "id")));
        assertThat(drawn).isEqualTo(elements);
    }

    private static Map<String, Integer> jobTypes(Class<?>... holders) {
        Map<String, Integer> types = new TreeMap<>();
        for (Class<?> holder : holders) {
            for (Field field : holder.getFields()) {
                if (field.getType() == JobType.class && Modifier.isStatic(field.getModifiers())) {
                    JobType type = value(field);
                    types.put(type.name(), type.retries());
                }
            }
        }
        return types;
    }

    private static JobType value(Field field) {
        try {
            return (JobType) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
