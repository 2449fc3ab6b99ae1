package io.mallhub.processes.task;

import io.mallhub.bpmn.CommissionStatement;
import io.mallhub.bpmn.CustomerRegistration;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.bpmn.SalesReturn;
import java.util.List;
import java.util.Map;

/**
 * Tasks of one instance that no person may do two of. The business facades refuse it as well; here
 * it is refused at the first click instead of after the work.
 */
final class OtherEyes {
    private static final List<String> APPROVALS =
            List.of(
                    OrderApproval.SALES_APPROVAL,
                    OrderApproval.FINANCE_APPROVAL,
                    OrderApproval.COMPLIANCE_APPROVAL);

    private static final List<String> PAYOUT =
            List.of(
                    CommissionStatement.SALES_APPROVAL,
                    CommissionStatement.FINANCE_APPROVAL,
                    CommissionStatement.SECOND_APPROVAL);

    private static final Map<String, List<String>> OTHERS =
            Map.of(
                    CustomerRegistration.QUALITY_HEAD_REVIEW,
                    List.of(CustomerRegistration.QUALITY_REVIEW),
                    OrderApproval.SALES_APPROVAL,
                    without(OrderApproval.SALES_APPROVAL),
                    OrderApproval.FINANCE_APPROVAL,
                    without(OrderApproval.FINANCE_APPROVAL),
                    OrderApproval.COMPLIANCE_APPROVAL,
                    without(OrderApproval.COMPLIANCE_APPROVAL),
                    SalesReturn.REFUND_APPROVAL,
                    List.of(SalesReturn.REVIEW, SalesReturn.INSPECTION),
                    CommissionStatement.SALES_APPROVAL,
                    without(PAYOUT, CommissionStatement.SALES_APPROVAL),
                    CommissionStatement.FINANCE_APPROVAL,
                    without(PAYOUT, CommissionStatement.FINANCE_APPROVAL),
                    CommissionStatement.SECOND_APPROVAL,
                    without(PAYOUT, CommissionStatement.SECOND_APPROVAL));

    private OtherEyes() {}

    /** Elements whose person may not do this one. */
    static List<String> than(String element) {
        return OTHERS.getOrDefault(element, List.of());
    }

    private static List<String> without(String element) {
        return without(APPROVALS, element);
    }

    private static List<String> without(List<String> all, String element) {
        return all.stream().filter(it -> !it.equals(element)).toList();
    }
}
