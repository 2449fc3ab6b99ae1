package io.mallhub.bpmn;

import java.util.List;

/** The resources to deploy, on the class path; diagrams use decisions of the same deployment. */
public final class Diagrams {
    public static final List<String> RESOURCES =
            List.of(
                    "bpmn/customer-registration.bpmn",
                    "bpmn/registration-risk.dmn",
                    "bpmn/qualification-renewal.bpmn",
                    "bpmn/renewal-review.dmn",
                    "bpmn/order-approval.bpmn",
                    "bpmn/order-approval-needs.dmn",
                    "bpmn/sales-return.bpmn",
                    "bpmn/return-eligibility.dmn",
                    "bpmn/commission-payout.bpmn",
                    "bpmn/commission-statement.bpmn",
                    "bpmn/commission-payout-limits.dmn",
                    "bpmn/sync-decision.bpmn",
                    "bpmn/online-refund.bpmn");

    /** Variables that hold the business number of an instance, in whichever process. */
    public static final List<String> BUSINESS_NUMBERS =
            List.of(
                    OrderApproval.ORDER_NUMBER,
                    CustomerRegistration.APPLICATION_NUMBER,
                    QualificationRenewal.RENEWAL_NUMBER,
                    SalesReturn.RETURN_NUMBER,
                    CommissionPayout.MONTH,
                    CommissionStatement.STATEMENT_NUMBER,
                    SyncDecision.CONFLICT_NUMBER,
                    OnlineRefund.REFUND_NUMBER);

    private Diagrams() {}
}
