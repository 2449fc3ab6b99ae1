package io.mallhub.webkit;

import java.util.Map;
import java.util.Set;

/** Which states are good, wait for someone, move by themselves, or went wrong. */
final class StateColor {
    private static final Map<String, Set<String>> COLORS =
            Map.of(
                    "green",
                    Set.of(
                            "ACTIVE",
                            "AGREED",
                            "VALID",
                            "PASSED",
                            "SHIPPED",
                            "COMPLETED",
                            "SETTLED",
                            "ACCEPTED",
                            "APPLIED",
                            "IDLE",
                            "APPROVED",
                            "PAID",
                            "REFUNDED",
                            "CONFIRMED",
                            "POSTED",
                            "TAKEN",
                            "CREDITED",
                            "BOOKED",
                            "FREE",
                            "LIVE"),
                    "blue",
                    Set.of(
                            "SUBMITTED",
                            "RECORDED",
                            "PROPOSED",
                            "SENT",
                            "SENDING",
                            "ACKNOWLEDGED",
                            "RUNNING",
                            "LISTING",
                            "SWEEPING",
                            "APPLICANT",
                            "PARTLY_SHIPPED",
                            "INSPECTED",
                            "PENDING_REVIEW",
                            "CREATED",
                            "PUBLISHED",
                            "PAYING",
                            "REQUESTED",
                            "SURPLUS",
                            "HELD"),
                    "orange",
                    Set.of(
                            "IN_APPROVAL",
                            "WAITING",
                            "IN_REVIEW",
                            "RECEIVED",
                            "SUPPLEMENT_REQUESTED",
                            "WARNING",
                            "PAUSED",
                            "RETURNED",
                            "FROZEN",
                            "AWAITED",
                            "ASKED",
                            "REVERSAL_ASKED",
                            "OPEN",
                            "STILL_BAD",
                            "UNCLEAR"),
                    "red",
                    Set.of(
                            "REJECTED",
                            "REFUSED",
                            "DECLINED",
                            "REVERSED",
                            "LAPSED",
                            "LOCKED",
                            "EXPIRED",
                            "FAILED",
                            "FAILING",
                            "OUTCOME_UNKNOWN",
                            "ERROR",
                            "WRONG_AMOUNT",
                            "WRONG_CURRENCY",
                            "WRONG_MERCHANT",
                            "UNKNOWN_PAYMENT",
                            "INCIDENT",
                            "NOT_BELIEVED"));

    private StateColor() {}

    static String of(String state) {
        return COLORS.entrySet().stream()
                .filter(entry -> entry.getValue().contains(state))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("secondary");
    }
}
