package io.mallhub.payment;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The payment of an order, or of a top-up.
 *
 * @param number under which the provider knows it
 * @param order number of what is paid
 * @param remindAt when the buyer is reminded
 * @param expiresAt when it is closed, unless paid
 * @param providerNumber the provider's number of the trade that paid it
 * @param sentAt when the payer was first sent to the provider
 * @param unclearWhy why the provider's latest answer is missing; empty when it is not
 * @param received all that was paid, also what was not asked for
 * @param refundAsked all that goes or went back
 */
public record PaymentView(
        String number,
        OnlinePayments.Purpose purpose,
        String order,
        CustomerId customer,
        String customerName,
        Money amount,
        PaymentState state,
        Instant openedAt,
        Instant remindAt,
        Instant expiresAt,
        @Nullable String providerNumber,
        @Nullable Instant paidAt,
        @Nullable Instant closedAt,
        String closeReason,
        @Nullable Instant sentAt,
        String unclearWhy,
        Money received,
        Money refundAsked,
        Money refunded) {

    public boolean isTopUp() {
        return purpose == OnlinePayments.Purpose.TOP_UP;
    }

    /** Back to the payer, and not known to be there. */
    public Money refundsUnderWay() {
        return refundAsked.minus(refunded);
    }
}
