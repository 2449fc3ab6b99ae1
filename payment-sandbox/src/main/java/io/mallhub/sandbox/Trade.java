package io.mallhub.sandbox;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A trade as the provider keeps it.
 *
 * @param refunds amounts by the merchant's request number
 * @param expires local time of the provider; empty = never
 */
record Trade(
        String number,
        String merchantNumber,
        String subject,
        BigDecimal amount,
        Status status,
        String created,
        String paid,
        String expires,
        String notifyUrl,
        String returnUrl,
        Map<String, BigDecimal> refunds) {
    enum Status {
        WAIT_BUYER_PAY,
        TRADE_SUCCESS,
        TRADE_CLOSED
    }

    Trade {
        refunds = Map.copyOf(refunds);
    }

    BigDecimal refunded() {
        return refunds.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Trade with(Status status, String paid, Map<String, BigDecimal> refunds) {
        return new Trade(
                number,
                merchantNumber,
                subject,
                amount,
                status,
                created,
                paid,
                expires,
                notifyUrl,
                returnUrl,
                refunds);
    }
}
