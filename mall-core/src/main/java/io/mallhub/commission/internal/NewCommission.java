package io.mallhub.commission.internal;

import io.mallhub.commission.Entry;
import io.mallhub.commission.Entry.Channel;
import io.mallhub.commission.Entry.Kind;
import io.mallhub.commission.Rule;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An entry about to be appended; its key says what happened, once ever. */
record NewCommission(
        String beneficiary,
        Kind kind,
        @Nullable Channel channel,
        int depth,
        @Nullable CustomerId customer,
        @Nullable String order,
        int line,
        @Nullable Money basis,
        @Nullable BigDecimal rate,
        @Nullable Long rule,
        @Nullable String link,
        Money amount,
        String document,
        @Nullable Long corrects,
        String by,
        String reason,
        String key) {

    /**
     * @param link that brought the line, of distribution alone
     */
    static NewCommission earned(
            String beneficiary,
            Channel channel,
            Rule rule,
            CustomerId customer,
            Sold sold,
            @Nullable String link) {
        BigDecimal rate = rate(rule);
        return new NewCommission(
                beneficiary,
                Kind.EARNED,
                channel,
                rule.depth(),
                customer,
                sold.order(),
                sold.line(),
                sold.net(),
                rate,
                rule.id(),
                link,
                new Money(sold.net().amount().multiply(rate)),
                sold.order(),
                null,
                "commission",
                "",
                "earned/" + sold.order() + "/" + sold.line() + "/" + channel + "/" + rule.depth());
    }

    static NewCommission bonus(String beneficiary, Rule rule, CustomerId customer, String order) {
        Money bonus = rule.bonus();
        if (bonus == null) {
            throw new IllegalStateException("Rule " + rule.id() + " has no bonus");
        }
        return new NewCommission(
                beneficiary,
                Kind.BONUS,
                null,
                0,
                customer,
                order,
                0,
                null,
                null,
                rule.id(),
                null,
                bonus,
                order,
                null,
                "commission",
                "",
                bonusKey(customer));
    }

    static String bonusKey(CustomerId customer) {
        return "bonus/" + customer;
    }

    /** About an earlier entry: of the same beneficiary, customer and line. */
    static NewCommission about(
            Entry earlier,
            Kind kind,
            Money amount,
            String document,
            String by,
            String reason,
            String key) {
        return new NewCommission(
                earlier.beneficiary(),
                kind,
                earlier.channel(),
                earlier.depth(),
                earlier.customer(),
                earlier.order(),
                earlier.line(),
                null,
                null,
                null,
                earlier.link(),
                amount,
                document,
                earlier.sequence(),
                by,
                reason,
                key);
    }

    static NewCommission paid(String beneficiary, String statement, Money amount, String by) {
        return new NewCommission(
                beneficiary,
                Kind.PAID,
                null,
                0,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                amount.negate(),
                statement,
                null,
                by,
                "",
                "paid/" + statement);
    }

    private static BigDecimal rate(Rule rule) {
        BigDecimal rate = rule.rate();
        if (rate == null) {
            throw new IllegalStateException("Rule " + rule.id() + " has no rate");
        }
        return rate;
    }

    /** A line that was sold. */
    record Sold(String order, int line, Money net) {}
}
