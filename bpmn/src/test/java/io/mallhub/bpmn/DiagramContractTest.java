package io.mallhub.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** Diagrams and constants say the same. */
class DiagramContractTest {
    /** Every process, and all of its names that code refers to. */
    private static List<Contract> contracts() {
        return List.of(
                new Contract(
                        CustomerRegistration.ID,
                        List.of(CustomerRegistration.class, CommonTasks.class),
                        Set.of(
                                CustomerRegistration.SUBMITTED,
                                CustomerRegistration.SUPPLEMENTED,
                                CustomerRegistration.WITHDRAWN),
                        Set.of(CustomerRegistration.APPLICATION_NUMBER),
                        Set.of(CommonTasks.DUPLICATE_INSTANCE),
                        Set.of(
                                CustomerRegistration.QUALITY_REVIEW,
                                CustomerRegistration.QUALITY_HEAD_REVIEW,
                                CustomerRegistration.ERP_CUSTOMER_PROBLEM),
                        Set.of(CustomerRegistration.RISK_DECISION)),
                new Contract(
                        QualificationRenewal.ID,
                        List.of(QualificationRenewal.class, CommonTasks.class),
                        Set.of(QualificationRenewal.DUE, QualificationRenewal.SUBMITTED),
                        Set.of(QualificationRenewal.RENEWAL_NUMBER),
                        Set.of(CommonTasks.DUPLICATE_INSTANCE),
                        Set.of(QualificationRenewal.RENEWAL_REVIEW),
                        Set.of(QualificationRenewal.REVIEW_DECISION)),
                new Contract(
                        OrderApproval.ID,
                        List.of(OrderApproval.class, CommonTasks.class),
                        Set.of(
                                OrderApproval.SUBMITTED,
                                OrderApproval.CHANGED,
                                OrderApproval.PAID,
                                OrderApproval.ERP_ANSWERED,
                                OrderApproval.SHIPPED,
                                OrderApproval.CANCEL_REQUESTED,
                                OrderApproval.PART_CANCEL_REQUESTED,
                                OrderApproval.REDUCED,
                                OrderApproval.LICENCE_LOST,
                                OrderApproval.BATCH_RECALLED,
                                OrderApproval.INVOICED),
                        Set.of(OrderApproval.ORDER_NUMBER),
                        Set.of(
                                CommonTasks.DUPLICATE_INSTANCE,
                                OrderApproval.LICENCE_NOT_VALID,
                                OrderApproval.OUTCOME_UNKNOWN,
                                OrderApproval.ERP_REFUSED,
                                OrderApproval.APPROVAL_REFUSED,
                                OrderApproval.ORDER_CANCELLED,
                                OrderApproval.RECALL_GIVEN_UP,
                                OrderApproval.PAYMENT_EXPIRED),
                        Set.of(
                                OrderApproval.SALES_APPROVAL,
                                OrderApproval.FINANCE_APPROVAL,
                                OrderApproval.COMPLIANCE_APPROVAL,
                                OrderApproval.LICENCE_STOP,
                                OrderApproval.SHIPPING_LICENCE_STOP,
                                OrderApproval.RECALL_STOP,
                                OrderApproval.OUTCOME_UNKNOWN_TASK,
                                OrderApproval.ERP_REJECTION,
                                OrderApproval.CHASE_ACCEPTANCE,
                                OrderApproval.CHASE_SHIPMENT,
                                OrderApproval.CHASE_INVOICE),
                        Set.of(OrderApproval.NEEDS_DECISION)),
                new Contract(
                        SalesReturn.ID,
                        List.of(SalesReturn.class, CommonTasks.class),
                        Set.of(
                                SalesReturn.SUBMITTED,
                                SalesReturn.RECEIVED,
                                SalesReturn.WITHDRAW_REQUESTED),
                        Set.of(SalesReturn.RETURN_NUMBER),
                        Set.of(
                                CommonTasks.DUPLICATE_INSTANCE,
                                SalesReturn.OUTCOME_UNKNOWN,
                                SalesReturn.ERP_REFUSED,
                                SalesReturn.RETURN_REFUSED),
                        Set.of(
                                SalesReturn.REVIEW,
                                SalesReturn.OUTCOME_UNKNOWN_TASK,
                                SalesReturn.ERP_REJECTION,
                                SalesReturn.INSPECTION,
                                SalesReturn.REFUND_APPROVAL),
                        Set.of(SalesReturn.ELIGIBILITY_DECISION)),
                new Contract(
                        CommissionPayout.ID,
                        List.of(CommissionPayout.class),
                        Set.of(CommissionPayout.REQUESTED),
                        Set.of(),
                        Set.of(CommonTasks.DUPLICATE_INSTANCE),
                        Set.of(),
                        Set.of()),
                new Contract(
                        CommissionStatement.ID,
                        List.of(CommissionStatement.class, CommonTasks.class),
                        Set.of(CommissionStatement.CONFIRMED, CommissionStatement.LINE_DISPUTED),
                        Set.of(CommissionStatement.STATEMENT_NUMBER),
                        Set.of(
                                CommissionStatement.ERP_REFUSED,
                                CommissionStatement.OUTCOME_UNKNOWN),
                        Set.of(
                                CommissionStatement.LINKED_PAYEE_REVIEW,
                                CommissionStatement.DISPUTE_REVIEW,
                                CommissionStatement.SALES_APPROVAL,
                                CommissionStatement.FINANCE_APPROVAL,
                                CommissionStatement.SECOND_APPROVAL,
                                CommissionStatement.VOUCHER_PROBLEM,
                                CommissionStatement.PAYMENT),
                        Set.of(CommissionStatement.LIMITS_DECISION)),
                new Contract(
                        SyncDecision.ID,
                        List.of(SyncDecision.class, CommonTasks.class),
                        Set.of(SyncDecision.FOUND, SyncDecision.SETTLED),
                        Set.of(SyncDecision.CONFLICT_NUMBER),
                        Set.of(CommonTasks.DUPLICATE_INSTANCE),
                        Set.of(SyncDecision.DECISION_TASK),
                        Set.of()),
                new Contract(
                        OnlineRefund.ID,
                        List.of(OnlineRefund.class),
                        Set.of(OnlineRefund.REQUESTED),
                        Set.of(),
                        Set.of(CommonTasks.DUPLICATE_INSTANCE, OnlineRefund.REFUND_REFUSED),
                        Set.of(OnlineRefund.REFUSED_TASK),
                        Set.of()));
    }

    /**
     * @param names classes of its job types
     * @param keys variables that correlate messages of a running instance
     */
    private record Contract(
            String id,
            List<Class<?>> names,
            Set<String> messages,
            Set<String> keys,
            Set<String> errors,
            Set<String> userTasks,
            Set<String> decisions) {
        Diagram diagram() {
            return Diagram.of(resource(id, "bpmn"));
        }

        static String resource(String name, String type) {
            return "bpmn/" + name + "." + type;
        }

        @Override
        public String toString() {
            return id;
        }
    }

    @Test
    void whatIsDeployedAreTheProcessesOfThisTestWithTheirDecisions() {
        assertThat(Diagrams.RESOURCES)
                .containsExactlyInAnyOrderElementsOf(
                        contracts().stream()
                                .flatMap(
                                        one ->
                                                Stream.concat(
                                                        Stream.of(
                                                                Contract.resource(
                                                                        one.id(), "bpmn")),
                                                        one.decisions().stream()
                                                                .map(
                                                                        it ->
                                                                                Contract.resource(
                                                                                        it,
                                                                                        "dmn"))))
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theProcessIdIsTheConstantAndTheFileName(Contract contract) {
        assertThat(contract.diagram().attributes("process", "id")).containsExactly(contract.id());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyJobTypeAndItsRetriesAreInAConstantAndTheOtherWayRound(Contract contract) {
        assertThat(contract.diagram().jobTypes()).isEqualTo(jobTypes(contract.names()));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void messagesAreTheConstants(Contract contract) {
        assertThat(contract.diagram().attributes("message", "name")).isEqualTo(contract.messages());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theBusinessNumberCorrelatesEveryMessageOfARunningInstance(Contract contract) {
        assertThat(contract.diagram().attributes("subscription", "correlationKey"))
                .containsExactlyInAnyOrderElementsOf(
                        contract.keys().stream().map(key -> "=" + key).toList());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void errorsAreTheConstants(Contract contract) {
        assertThat(contract.diagram().attributes("error", "errorCode"))
                .isEqualTo(contract.errors());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void userTasksAreTheConstants(Contract contract) {
        assertThat(contract.diagram().attributes("userTask", "id")).isEqualTo(contract.userTasks());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void decisionsAreTheConstants(Contract contract) {
        assertThat(contract.diagram().attributes("calledDecision", "decisionId"))
                .isEqualTo(contract.decisions());
        for (String decision : contract.decisions()) {
            assertThat(Diagram.of(Contract.resource(decision, "dmn")).attributes("decision", "id"))
                    .containsExactly(decision);
        }
    }

    @Test
    void theMonthCallsTheStatementsOfItsBeneficiaries() {
        assertThat(
                        Diagram.of(Contract.resource(CommissionPayout.ID, "bpmn"))
                                .attributes("calledElement", "processId"))
                .containsExactly(CommissionStatement.ID);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void everyUserTaskHasGroupsDueDateAndPriority(Contract contract) {
        Diagram diagram = contract.diagram();
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
    @MethodSource("contracts")
    void theDecisionsOfAUserTaskAreThoseItsGatewaysKnow(Contract contract) {
        Diagram diagram = contract.diagram();
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
    @MethodSource("contracts")
    void everyElementAndFlowIsDrawn(Contract contract) {
        Diagram diagram = contract.diagram();
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

    /**
     * What user tasks and decision tables write, what the tables read, and what a flow compares
     * with a table's answer.
     */
    @Test
    void theVariablesOfDecisionsAreTheConstants() {
        Set<String> variables = new TreeSet<>(Set.of(CommonTasks.DECISION));
        for (Contract contract : contracts()) {
            Diagram diagram = contract.diagram();
            diagram.userTasks()
                    .forEach(
                            task -> variables.addAll(Diagram.attributes(task, "output", "target")));
            Set<String> answers = diagram.attributes("calledDecision", "resultVariable");
            variables.addAll(answers);
            diagram.all("conditionExpression").stream()
                    .map(it -> Diagram.variables(it.getTextContent()))
                    .filter(it -> it.stream().anyMatch(answers::contains))
                    .forEach(variables::addAll);
            for (String decision : contract.decisions()) {
                Diagram.of(Contract.resource(decision, "dmn")).all("inputExpression").stream()
                        .map(it -> Diagram.variables(it.getTextContent()))
                        .forEach(variables::addAll);
            }
        }

        assertThat(CommonTasks.DECIDED_VARIABLES).containsExactlyInAnyOrderElementsOf(variables);
    }

    private static Map<String, Integer> jobTypes(List<Class<?>> holders) {
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
