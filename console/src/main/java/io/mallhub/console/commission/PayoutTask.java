package io.mallhub.console.commission;

import io.mallhub.bpmn.CommissionStatement;
import io.mallhub.commission.StatementView.Step;
import java.util.List;

/** The kinds of user task a statement waits for, and the answers each takes. */
enum PayoutTask {
    APPROVAL("approve", "reject"),
    LINK("clear", "keep"),
    DISPUTE("done"),
    VOUCHER("retry", "give-up"),
    PAYMENT("paid", "failed");

    private final List<String> answers;

    PayoutTask(String... answers) {
        this.answers = List.of(answers);
    }

    static PayoutTask of(String element) {
        return switch (element) {
            case CommissionStatement.LINKED_PAYEE_REVIEW -> LINK;
            case CommissionStatement.DISPUTE_REVIEW -> DISPUTE;
            case CommissionStatement.VOUCHER_PROBLEM -> VOUCHER;
            case CommissionStatement.PAYMENT -> PAYMENT;
            default -> APPROVAL;
        };
    }

    static Step step(String element) {
        return switch (element) {
            case CommissionStatement.SALES_APPROVAL -> Step.SALES;
            case CommissionStatement.FINANCE_APPROVAL -> Step.FINANCE;
            case CommissionStatement.SECOND_APPROVAL -> Step.SECOND;
            default -> throw new IllegalArgumentException(element + " is no approval");
        };
    }

    List<String> answers() {
        return answers;
    }

    static boolean needsReason(String decision) {
        return List.of("reject", "give-up", "clear", "failed").contains(decision);
    }
}
