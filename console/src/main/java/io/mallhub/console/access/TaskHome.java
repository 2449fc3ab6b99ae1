package io.mallhub.console.access;

import io.mallhub.bpmn.CommissionStatement;
import io.mallhub.bpmn.CustomerRegistration;
import io.mallhub.bpmn.OnlineRefund;
import io.mallhub.bpmn.QualificationRenewal;
import io.mallhub.bpmn.SalesReturn;
import io.mallhub.bpmn.SyncDecision;
import io.mallhub.processes.TaskView;
import java.util.Set;

/** The page on which a user task is worked: the thing it is about. */
public final class TaskHome {
    private static final Set<String> REVIEWS =
            Set.of(
                    CustomerRegistration.QUALITY_REVIEW,
                    CustomerRegistration.QUALITY_HEAD_REVIEW,
                    QualificationRenewal.RENEWAL_REVIEW);

    private static final Set<String> REPAIRS = Set.of(CustomerRegistration.ERP_CUSTOMER_PROBLEM);

    private static final Set<String> RETURNS =
            Set.of(
                    SalesReturn.REVIEW,
                    SalesReturn.OUTCOME_UNKNOWN_TASK,
                    SalesReturn.ERP_REJECTION,
                    SalesReturn.INSPECTION,
                    SalesReturn.REFUND_APPROVAL);

    private static final Set<String> PAYOUTS =
            Set.of(
                    CommissionStatement.LINKED_PAYEE_REVIEW,
                    CommissionStatement.DISPUTE_REVIEW,
                    CommissionStatement.SALES_APPROVAL,
                    CommissionStatement.FINANCE_APPROVAL,
                    CommissionStatement.SECOND_APPROVAL,
                    CommissionStatement.VOUCHER_PROBLEM,
                    CommissionStatement.PAYMENT);

    private TaskHome() {}

    /** What is about nothing else is about an order. */
    public static ConsolePage of(String element) {
        if (REVIEWS.contains(element)) {
            return ConsolePage.COMPLIANCE;
        }
        if (RETURNS.contains(element)) {
            return ConsolePage.RETURNS;
        }
        if (PAYOUTS.contains(element)) {
            return ConsolePage.COMMISSION;
        }
        if (element.equals(OnlineRefund.REFUSED_TASK)) {
            return ConsolePage.PAYMENTS;
        }
        if (element.equals(SyncDecision.DECISION_TASK)) {
            return ConsolePage.CONFLICTS;
        }
        return REPAIRS.contains(element) ? ConsolePage.OPERATIONS : ConsolePage.ORDERS;
    }

    public static String href(TaskView task) {
        ConsolePage home = of(task.element());
        if (task.element().equals(QualificationRenewal.RENEWAL_REVIEW)) {
            return home.path() + "/renewals/" + task.businessNumber();
        }
        if (home == ConsolePage.PAYMENTS) {
            return home.path() + "/refunds/" + task.businessNumber();
        }
        return home == ConsolePage.OPERATIONS
                ? home.path() + "/" + task.instanceKey()
                : home.path() + "/" + task.businessNumber();
    }
}
