package io.mallhub.webkit;

import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Amounts as people read them, in thousands, as {@code figures} in templates. Figures look the same
 * in both languages.
 */
@Component("figures")
public class Figures {
    private static final String CURRENCY = "¥";

    /** To the cent, the sign before the currency. */
    public String money(@Nullable Money amount) {
        return amount == null ? "—" : inCurrency("#,##0.00", amount.amount());
    }

    /** As many decimals as the price has, at least 2. */
    public String price(@Nullable UnitPrice price) {
        return price == null ? "—" : inCurrency("#,##0.00####", price.amount());
    }

    public String quantity(@Nullable Quantity quantity) {
        return quantity == null ? "—" : format("#,##0.###", quantity.amount());
    }

    /** As many decimals as it has. */
    public String percent(BigDecimal percent) {
        BigDecimal shown = percent.stripTrailingZeros();
        return shown.setScale(Math.max(0, shown.scale())).toPlainString() + " %";
    }

    public String count(long count) {
        return format("#,##0", BigDecimal.valueOf(count));
    }

    private static String inCurrency(String pattern, BigDecimal amount) {
        return (amount.signum() < 0 ? "−" : "") + CURRENCY + format(pattern, amount.abs());
    }

    private static String format(String pattern, BigDecimal amount) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(amount);
    }
}
