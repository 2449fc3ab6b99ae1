package io.mallhub.distribution;

import io.mallhub.catalog.ProductView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Goods with a commission of their own for whoever shares them. Their rates are rules of
 * commission, versions that never change: what is kept here in one step is a rule for either level.
 */
public interface DistributionGoods {
    /**
     * Audited. A rate of 0 takes the product out of distribution. Message key of why not:
     * distribution.not-staff, distribution.product, distribution.rate, distribution.dates,
     * distribution.reason-missing, distribution.reason-too-long.
     */
    Optional<String> put(PutGood command);

    /**
     * Products that ever had a rate, those put last first.
     *
     * @param text of the product; of very many that fit, the first 200 of the catalogue are looked
     *     through
     */
    Page<Good> page(@Nullable String text, @Nullable Boolean shared, PageRequest page);

    /**
     * @param product code
     * @param rate of the sharer, part of the net amount, 0 to 0.5 with at most 6 decimals
     * @param above of who stands above the sharer, as the rate and not more than it
     * @param from Asia/Shanghai day, not in the past
     * @param until included; null = open
     */
    record PutGood(
            String product,
            BigDecimal rate,
            BigDecimal above,
            LocalDate from,
            @Nullable LocalDate until,
            String reason,
            Actor by) {}

    /**
     * @param product null for one that the catalogue lost
     * @param rate in force today; 0 while it is not distributed
     * @param above in force today
     * @param until last day of the rate; null = open
     */
    record Good(
            ProductId id,
            @Nullable ProductView product,
            BigDecimal rate,
            BigDecimal above,
            @Nullable LocalDate until) {
        public boolean isShared() {
            return rate.signum() > 0;
        }
    }
}
