package io.mallhub.bpmn;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/** Names that more than one process uses. */
public final class CommonTasks {
    /** Raises priority and widens the group of overdue user tasks; headers say which. */
    public static final JobType ESCALATE = new JobType("task.escalate", 5);

    /** Header of {@link #ESCALATE}: the overdue user task; absent = every open one. */
    public static final String HEADER_ELEMENT = "element";

    /** Header of {@link #ESCALATE}: group that may take it as well. */
    public static final String HEADER_GROUP = "group";

    /** Another instance of the same business number runs or ran: this one ends at once. */
    public static final String DUPLICATE_INSTANCE = "DUPLICATE_INSTANCE";

    /** Set by whoever completes a user task. */
    public static final String DECISION = "decision";

    public static final String APPROVE = "approve";
    public static final String REJECT = "reject";
    public static final String SUPPLEMENT = "supplement";
    public static final String RETURN = "return";
    public static final String RETRY = "retry";
    public static final String GIVE_UP = "give-up";

    private static final Set<String> APPROVAL = Set.of(APPROVE, REJECT);
    private static final Set<String> REVIEW = Set.of(APPROVE, REJECT, SUPPLEMENT);
    private static final Set<String> RENEWAL = Set.of(APPROVE, RETURN);
    private static final Set<String> PROBLEM = Set.of(RETRY, GIVE_UP);

    private static final Map<String, Set<String>> DECISIONS =
            Map.ofEntries(
                    entry(CustomerRegistration.QUALITY_REVIEW, REVIEW),
                    entry(CustomerRegistration.QUALITY_HEAD_REVIEW, REVIEW),
                    entry(CustomerRegistration.ERP_CUSTOMER_PROBLEM, PROBLEM),
                    entry(QualificationRenewal.RENEWAL_REVIEW, RENEWAL),
                    entry(OrderApproval.SALES_APPROVAL, APPROVAL),
                    entry(OrderApproval.FINANCE_APPROVAL, APPROVAL),
                    entry(OrderApproval.COMPLIANCE_APPROVAL, APPROVAL),
                    entry(OrderApproval.LICENCE_STOP, PROBLEM),
                    entry(OrderApproval.SHIPPING_LICENCE_STOP, PROBLEM),
                    entry(OrderApproval.RECALL_STOP, Set.of(OrderApproval.SHIP_OTHERS, GIVE_UP)),
                    entry(
                            OrderApproval.CHASE_INVOICE,
                            Set.of(OrderApproval.WAIT, OrderApproval.CLOSE)),
                    entry(OrderApproval.OUTCOME_UNKNOWN_TASK, PROBLEM),
                    entry(OrderApproval.ERP_REJECTION, PROBLEM),
                    entry(SalesReturn.REVIEW, APPROVAL),
                    entry(SalesReturn.OUTCOME_UNKNOWN_TASK, PROBLEM),
                    entry(SalesReturn.ERP_REJECTION, PROBLEM),
                    entry(SalesReturn.REFUND_APPROVAL, APPROVAL),
                    entry(CommissionStatement.SALES_APPROVAL, APPROVAL),
                    entry(CommissionStatement.FINANCE_APPROVAL, APPROVAL),
                    entry(CommissionStatement.SECOND_APPROVAL, APPROVAL),
                    entry(CommissionStatement.VOUCHER_PROBLEM, PROBLEM),
                    entry(OnlineRefund.REFUSED_TASK, Set.of(RETRY, OnlineRefund.SETTLE)),
                    entry(SyncDecision.DECISION_TASK, Set.of(SyncDecision.MALL, SyncDecision.ERP)),
                    entry(
                            CommissionStatement.PAYMENT,
                            Set.of(CommissionStatement.PAID, CommissionStatement.FAILED)));

    /** Why, in the words of the person who decided. */
    public static final String REASON = "reason";

    /** Who it is about, for lists: the subject of the instance. */
    public static final String CUSTOMER_NAME = "customerName";

    /** Periods of the instance, fixed when it starts. */
    public static final String TIMING = "timing";

    /**
     * Variables that say what people or rules have decided, and those that rules decide on. Whoever
     * wrote one by hand would decide in their place.
     */
    public static final Set<String> DECIDED_VARIABLES =
            Set.of(
                    DECISION,
                    "facts",
                    "risk",
                    "review",
                    "needs",
                    "salesDecision",
                    "financeDecision",
                    "complianceDecision",
                    "eligibility",
                    "refund",
                    "payable",
                    "approval");

    /** The decisions a user task knows; empty when it takes any, or none. */
    public static Set<String> decisionsOf(String element) {
        return DECISIONS.getOrDefault(element, Set.of());
    }

    private CommonTasks() {}
}
