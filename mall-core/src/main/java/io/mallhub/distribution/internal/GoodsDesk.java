package io.mallhub.distribution.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.commission.CommissionRules;
import io.mallhub.commission.CommissionRules.DistributionRates;
import io.mallhub.commission.CommissionRules.PutRule;
import io.mallhub.commission.Rule;
import io.mallhub.distribution.DistributionGoods;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Reason;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class GoodsDesk implements DistributionGoods {
    private static final BigDecimal HIGHEST = new BigDecimal("0.5");
    private static final PageRequest LOOKED_THROUGH = PageRequest.first(200);

    private final CommissionRules rules;
    private final Products products;
    private final Clock clock;

    GoodsDesk(CommissionRules rules, Products products, Clock clock) {
        this.rules = rules;
        this.products = products;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Optional<String> put(PutGood asked) {
        String reason = Reason.of(asked.reason());
        Optional<ProductView> product = products.byCode(asked.product().strip());
        Optional<String> problem = problem(asked, reason, product.isPresent());
        if (problem.isEmpty()) {
            put(asked, product.orElseThrow().id(), 1, asked.rate(), reason);
            put(asked, product.orElseThrow().id(), 2, asked.above(), reason);
        }
        return problem;
    }

    private void put(PutGood asked, ProductId product, int depth, BigDecimal rate, String reason) {
        rules.put(
                new PutRule(
                        Rule.Kind.DISTRIBUTION,
                        product,
                        depth,
                        rate,
                        null,
                        asked.from(),
                        asked.until(),
                        reason,
                        asked.by()));
    }

    private Optional<String> problem(PutGood asked, String reason, boolean known) {
        if (asked.by().kind() != Actor.Kind.STAFF) {
            return Optional.of("distribution.not-staff");
        }
        if (!known) {
            return Optional.of("distribution.product");
        }
        if (!isRate(asked.rate())
                || !isRate(asked.above())
                || asked.above().compareTo(asked.rate()) > 0
                || asked.above().add(asked.rate()).compareTo(HIGHEST) > 0) {
            return Optional.of("distribution.rate");
        }
        LocalDate until = asked.until();
        if (asked.from().isBefore(MallTime.today(clock))
                || until != null && until.isBefore(asked.from())) {
            return Optional.of("distribution.dates");
        }
        return Reason.problem("distribution", reason);
    }

    private static boolean isRate(BigDecimal rate) {
        return rate.signum() >= 0
                && rate.compareTo(HIGHEST) <= 0
                && rate.stripTrailingZeros().scale() <= 6;
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Good> page(@Nullable String text, @Nullable Boolean shared, PageRequest page) {
        Page<DistributionRates> rated =
                rules.distributed(named(text), shared, MallTime.today(clock), page);
        Map<ProductId, ProductView> known =
                products.products(rated.items().stream().map(DistributionRates::product).toList());
        return rated.map(
                it ->
                        new Good(
                                it.product(),
                                known.get(it.product()),
                                it.rate(),
                                it.above(),
                                it.until()));
    }

    private @Nullable Collection<ProductId> named(@Nullable String text) {
        return text == null
                ? null
                : products
                        .search(new Products.Query(text, null, false, false), LOOKED_THROUGH)
                        .items()
                        .stream()
                        .map(ProductView::id)
                        .toList();
    }
}
