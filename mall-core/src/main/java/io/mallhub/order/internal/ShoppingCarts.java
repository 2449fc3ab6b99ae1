package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Visibility;
import io.mallhub.customer.Customers;
import io.mallhub.customer.LicenceGate;
import io.mallhub.order.Carts;
import io.mallhub.order.Explanation;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.points.Points;
import io.mallhub.promotion.Channel;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RetriedTransaction;
import io.mallhub.shared.RuleRevisions;
import io.mallhub.shared.UserId;
import io.mallhub.stock.Stock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RetriedTransaction
class ShoppingCarts implements Carts {
    private final CartLines lines;
    private final Products products;
    private final Visibility visibility;
    private final Customers customers;
    private final LicenceGate gate;
    private final OrderAssessment assessment;
    private final OrderDiscounts discounts;
    private final Points points;
    private final FlashLines flash;
    private final Stock stock;
    private final RuleRevisions rules;
    private final Clock clock;

    ShoppingCarts(
            CartLines lines,
            Products products,
            Visibility visibility,
            Customers customers,
            LicenceGate gate,
            OrderAssessment assessment,
            OrderDiscounts discounts,
            Points points,
            FlashLines flash,
            Stock stock,
            RuleRevisions rules,
            Clock clock) {
        this.lines = lines;
        this.products = products;
        this.visibility = visibility;
        this.customers = customers;
        this.gate = gate;
        this.assessment = assessment;
        this.discounts = discounts;
        this.points = points;
        this.flash = flash;
        this.stock = stock;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public CartOutcome put(UserId user, CustomerId company, ProductId product, Quantity quantity) {
        if (quantity.isZero()) {
            lines.remove(user, product);
            return new CartOutcome.Kept(cart(user, company));
        }
        Optional<ProductView> known = products.product(product);
        if (known.isPresent() && isHidden(company, product)) {
            return new CartOutcome.Refused("product.hidden", known.get().code());
        }
        if (known.isEmpty() || !known.get().active()) {
            String problem = known.isEmpty() ? "product.unknown" : "product.inactive";
            return new CartOutcome.Refused(problem, product.toString());
        }
        Optional<QuantityRule.Broken> broken = QuantityRule.check(quantity, known.get());
        if (broken.isPresent()) {
            return new CartOutcome.Refused(broken.get().key(), broken.get().detail());
        }
        if (lines.count(user) >= SubmitOrder.MOST_LINES && isNew(user, product)) {
            return new CartOutcome.Refused(
                    "order.too-many-lines", String.valueOf(SubmitOrder.MOST_LINES));
        }
        lines.put(user, product, quantity, clock.instant());
        return new CartOutcome.Kept(cart(user, company));
    }

    @Override
    @Transactional(readOnly = true)
    public CartView cart(UserId user, CustomerId company) {
        return cart(user, company, Channel.WEB, PaymentMethod.CREDIT, List.of(), 0);
    }

    @Override
    @Transactional(readOnly = true)
    public CartView cart(
            UserId user,
            CustomerId company,
            Channel channel,
            PaymentMethod payment,
            Collection<String> coupons,
            long points) {
        return quote(company, lines.of(user), channel, payment, coupons, points);
    }

    @Override
    @Transactional(readOnly = true)
    public CartView quote(
            CustomerId company,
            List<SubmitOrder.Line> wanted,
            Channel channel,
            PaymentMethod payment,
            Collection<String> coupons,
            long points) {
        if (wanted.isEmpty()) {
            return new CartView(
                    List.of(),
                    List.of(),
                    List.of(),
                    Money.ZERO,
                    Money.ZERO,
                    0,
                    List.of(),
                    null,
                    List.of(),
                    "");
        }
        rules.look();
        Dealings.How how = new Dealings.How(payment, channel);
        LicenceGate.Case buyer =
                gate.open(company)
                        .orElseThrow(() -> new IllegalArgumentException("No customer " + company));
        Map<ProductId, Quantity> sellable =
                stock.sellable(wanted.stream().map(SubmitOrder.Line::product).toList());
        List<AssessedLine> assessed = assessment.offered(buyer, wanted);
        Map<ProductId, Quantity> aside = flash.left(assessed);
        boolean isPriced = assessed.stream().allMatch(AssessedLine::canBeReckoned);
        Discounted discounted =
                isPriced
                        ? discounts.of(buyer, how, assessed, coupons, points)
                        : Discounted.nothing(assessed);
        List<CartLine> shown = new ArrayList<>();
        for (AssessedLine line : discounted.bought()) {
            shown.add(
                    shown(
                            line,
                            sellable.getOrDefault(line.productId(), Quantity.ZERO)
                                    .plus(aside.getOrDefault(line.productId(), Quantity.ZERO))));
        }
        return new CartView(
                shown,
                Shown.gifts(discounted),
                Explanation.of(discounted.promotions()),
                shown.stream().map(CartLine::discount).reduce(Money.ZERO, Money::plus),
                discounted.total(),
                shown.stream().filter(line -> !line.problems().isEmpty()).count(),
                isPriced
                        ? discounts.offers(buyer.customer(), how, assessed, discounted)
                        : List.of(),
                isPriced ? pointsOf(company, discounted) : null,
                discounted.useless(),
                isPriced ? discounted.seen() : "");
    }

    private @Nullable PointsOffer pointsOf(CustomerId company, Discounted discounted) {
        return discounts
                .usablePoints(discounted)
                .map(
                        it -> {
                            long available = points.balance(company).available();
                            long usable = it.most(available);
                            return new PointsOffer(
                                    available,
                                    usable,
                                    it.rule().off(usable),
                                    it.rule().step(),
                                    it.saved());
                        })
                .orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public int lineCount(UserId user) {
        return lines.count(user);
    }

    @Override
    public void clear(UserId user) {
        lines.clear(user);
    }

    private boolean isHidden(CustomerId company, ProductId product) {
        return customers
                .customer(company)
                .map(it -> visibility.isHidden(it.viewer(), product))
                .orElse(false);
    }

    private boolean isNew(UserId user, ProductId product) {
        return lines.of(user).stream().noneMatch(line -> line.product().equals(product));
    }

    private static CartLine shown(AssessedLine line, Quantity sellable) {
        List<String> problems =
                new ArrayList<>(line.problems().stream().map(LineProblem::problem).toList());
        if (line.quantity().compareTo(sellable) > 0) {
            problems.add("stock.short");
        }
        ProductView product = line.product();
        return new CartLine(
                line.productId(),
                product == null ? "" : product.code(),
                product == null ? "" : product.name(),
                product == null ? "" : product.unit(),
                line.quantity(),
                line.quote(),
                line.discount(),
                line.amount(),
                sellable,
                line.verdict(),
                problems);
    }
}
