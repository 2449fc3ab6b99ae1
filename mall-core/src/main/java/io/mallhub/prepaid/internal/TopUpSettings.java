package io.mallhub.prepaid.internal;

import io.mallhub.payment.OnlinePayments;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Of top-ups that buyers make themselves.
 *
 * @param least of one
 * @param most of one
 */
@ConfigurationProperties("mallhub.prepaid.own-top-up")
record TopUpSettings(
        @DefaultValue("100") BigDecimal least, @DefaultValue("500000") BigDecimal most) {
    TopUpSettings {
        if (least.signum() <= 0
                || most.compareTo(least) < 0
                || most.compareTo(OnlinePayments.MOST.amount()) > 0) {
            throw new IllegalArgumentException(
                    "mallhub.prepaid.own-top-up.least ("
                            + least
                            + ") must be more than 0 and at most mallhub.prepaid.own-top-up.most ("
                            + most
                            + "), which is at most "
                            + OnlinePayments.MOST);
        }
    }

    Money from() {
        return Money.of(least.toPlainString());
    }

    Money upTo() {
        return Money.of(most.toPlainString());
    }

    boolean takes(Money amount) {
        return amount.compareTo(from()) >= 0 && amount.compareTo(upTo()) <= 0;
    }
}
