package io.mallhub.console.commission;

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
            case "linked-payee-review" -> LINK;
            case "dispute-review" -> DISPUTE;
            case "voucher-problem" -> VOUCHER;
            case "payment" -> PAYMENT;
            default -> APPROVAL;
        };
    }

    static Step step(String element) {
        return switch (element) {
            case "payout-sales-approval" -> Step.SALES;
            case "payout-finance-approval" -> Step.FINANCE;
            case "payout-second-approval" -> Step.SECOND;
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
