package io.mallhub.console.orders;

import io.mallhub.bpmn.OrderApproval;
import java.util.List;
import java.util.Set;

/** The kinds of user task an order waits for, and the answers each takes (order-approval.bpmn). */
enum OrderTask {
    APPROVAL("approve", "reject"),
    PROBLEM("retry", "give-up"),
    RECALL("ship-others", "give-up"),
    INVOICE("wait", "close"),
    CHASE("done");

    private static final String APPROVAL_SUFFIX = "-approval";
    private static final Set<String> NEED_A_REASON =
            Set.of("reject", "give-up", OrderApproval.CLOSE);
    private final List<String> answers;

    OrderTask(String... answers) {
        this.answers = List.of(answers);
    }

    static OrderTask of(String element) {
        if (element.endsWith(APPROVAL_SUFFIX)) {
            return APPROVAL;
        }
        if (element.equals(OrderApproval.RECALL_STOP)) {
            return RECALL;
        }
        if (element.equals(OrderApproval.CHASE_INVOICE)) {
            return INVOICE;
        }
        return element.startsWith("chase-") ? CHASE : PROBLEM;
    }

    List<String> answers() {
        return answers;
    }

    /** The deciding group as orders know it: finance for {@code finance-approval}. */
    static String group(String element) {
        return element.substring(0, element.length() - APPROVAL_SUFFIX.length());
    }

    static boolean needsReason(String decision) {
        return NEED_A_REASON.contains(decision);
    }
}
