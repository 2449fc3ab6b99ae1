package io.mallhub.order.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line as it was sold: goods, price and tax are copies, kept as the sales record that the law
 * asks for, whatever the catalogue says later. Only {@code shipped} moves.
 */
@Embeddable
class OrderLine {
    private UUID productId;
    private String code;
    private String name;
    private String dosageForm;
    private String strength;
    private String maker;
    private String unit;
    private BigDecimal quantity;
    private BigDecimal unitPrice;

    @Enumerated(EnumType.STRING)
    private PriceQuote.Source priceSource;

    private BigDecimal priceFrom;
    private String priceList;
    private BigDecimal basePrice;
    private boolean belowFloor;
    private BigDecimal discount;
    private BigDecimal points;
    private String gift;
    private @Nullable String category;
    private @Nullable List<String> merchandise;
    private @Nullable List<String> tags;
    private @Nullable UUID flash;
    private @Nullable List<BigDecimal> stepFrom;
    private @Nullable List<BigDecimal> stepPrice;
    private @Nullable List<String> stepSource;
    private BigDecimal amount;
    private BigDecimal net;
    private BigDecimal tax;
    private BigDecimal vatRate;
    private BigDecimal shipped;

    @SuppressWarnings("NullAway.Init")
    protected OrderLine() {}

    /**
     * The amount is rounded here, once; net and tax are derived from it and add up to it.
     *
     * @param steps prices for less than this price is for, from the least quantity on; none where
     *     it is for any
     * @param discount to the cent, at most what the goods cost
     * @param points the part of it that points pay
     * @param belowFloor with the discount
     * @param gift code of the rule that gives it for nothing; empty for what is bought
     * @param traits by which promotions looked at it; null where none has
     * @param flash occurrence of a flash sale that it was taken from; null for others
     */
    OrderLine(
            ProductView product,
            Quantity quantity,
            PriceQuote price,
            List<PriceQuote.Break> steps,
            Money discount,
            Money points,
            boolean belowFloor,
            String gift,
            @Nullable Traits traits,
            @Nullable UUID flash) {
        productId = product.id().value();
        code = product.code();
        name = product.name();
        dosageForm = product.dosageForm();
        strength = product.strength();
        maker = product.maker();
        unit = product.unit();
        unitPrice = price.price().amount();
        priceSource = price.source();
        priceFrom = price.breakFrom().amount();
        priceList = price.list();
        basePrice = price.basePrice().amount();
        this.belowFloor = belowFloor;
        this.gift = gift;
        if (traits != null) {
            category = traits.category();
            merchandise = traits.merchandise() == null ? null : List.copyOf(traits.merchandise());
            tags = List.copyOf(traits.tags());
        }
        this.flash = flash;
        if (!steps.isEmpty()) {
            stepFrom = steps.stream().map(it -> it.from().amount()).toList();
            stepPrice = steps.stream().map(it -> it.price().amount()).toList();
            stepSource = steps.stream().map(it -> it.source().name()).toList();
        }
        vatRate = product.vatRate();
        costs(quantity, discount, points);
        shipped = Quantity.ZERO.amount();
    }

    /**
     * Less of what was sold, as it was sold; nothing of it is shipped.
     *
     * @param now what it costs, for less
     * @param less of the discount, and the part of it that points pay
     */
    OrderLine reduced(Quantity left, PriceQuote now, Money less, Money lessPoints) {
        OrderLine line = new OrderLine();
        line.productId = productId;
        line.code = code;
        line.name = name;
        line.dosageForm = dosageForm;
        line.strength = strength;
        line.maker = maker;
        line.unit = unit;
        line.unitPrice = now.price().amount();
        line.priceSource = now.source();
        line.priceFrom = now.breakFrom().amount();
        line.priceList = now.list();
        line.basePrice = basePrice;
        line.belowFloor = belowFloor;
        line.gift = gift;
        line.category = category;
        line.merchandise = merchandise == null ? null : List.copyOf(merchandise);
        line.tags = tags == null ? null : List.copyOf(tags);
        line.flash = flash;
        line.stepFrom = stepFrom == null ? null : List.copyOf(stepFrom);
        line.stepPrice = stepPrice == null ? null : List.copyOf(stepPrice);
        line.stepSource = stepSource == null ? null : List.copyOf(stepSource);
        line.vatRate = vatRate;
        line.shipped = Quantity.ZERO.amount();
        line.costs(left, less, lessPoints);
        return line;
    }

    private void costs(Quantity many, Money off, Money ofPoints) {
        quantity = many.amount();
        discount = off.amount();
        points = ofPoints.amount();
        amount = new UnitPrice(unitPrice).times(many).minus(off).amount();
        if (off.isNegative() || amount.signum() < 0) {
            throw new IllegalArgumentException("A discount of " + off + " on " + code);
        }
        if (isGift() && amount.signum() != 0) {
            throw new IllegalArgumentException("A gift that costs " + amount + " on " + code);
        }
        net = amount.divide(BigDecimal.ONE.add(vatRate), 2, RoundingMode.HALF_UP);
        tax = amount.subtract(net);
    }

    Money gross() {
        return new UnitPrice(unitPrice).times(quantity());
    }

    ProductId product() {
        return new ProductId(productId);
    }

    Quantity quantity() {
        return new Quantity(quantity);
    }

    Quantity open() {
        return quantity().minus(shipped());
    }

    boolean isShippedInPart() {
        return shipped().isPositive();
    }

    Quantity shipped() {
        return new Quantity(shipped);
    }

    /** The caller has made sure that so much is open. */
    void ship(Quantity part) {
        if (part.compareTo(open()) > 0) {
            throw new IllegalStateException("Only " + open() + " of " + code + " are open");
        }
        shipped = shipped().plus(part).amount();
    }

    PriceQuote price() {
        return new PriceQuote(
                product(),
                new UnitPrice(unitPrice),
                priceSource,
                new Quantity(priceFrom),
                new UnitPrice(basePrice),
                belowFloor,
                null,
                priceList,
                List.of());
    }

    /**
     * What it costs when there are so many of its product in the order: another price than it has
     * where that is for more, and it is known what less cost when it was ordered.
     */
    PriceQuote priceFor(Quantity all) {
        if (stepFrom == null
                || stepPrice == null
                || stepSource == null
                || all.amount().compareTo(priceFrom) >= 0) {
            return price();
        }
        int step = 0;
        for (int i = 1; i < stepFrom.size(); i++) {
            step = stepFrom.get(i).compareTo(all.amount()) <= 0 ? i : step;
        }
        return new PriceQuote(
                product(),
                new UnitPrice(stepPrice.get(step)),
                PriceQuote.Source.valueOf(stepSource.get(step)),
                new Quantity(stepFrom.get(step)),
                new UnitPrice(basePrice),
                belowFloor);
    }

    Money discount() {
        return new Money(discount);
    }

    /** The part of the discount that points pay. */
    Money points() {
        return new Money(points);
    }

    /** Code of the rule that gives it for nothing; empty for what is bought. */
    String gift() {
        return gift;
    }

    /** Occurrence of a flash sale that it was taken from; null for others. */
    @Nullable UUID flash() {
        return flash;
    }

    boolean isGift() {
        return !gift.isEmpty();
    }

    /** Null where no promotion has looked at it, and for lines from before it was kept. */
    @Nullable Traits traits() {
        return category == null
                ? null
                : new Traits(
                        category,
                        merchandise == null ? null : Set.copyOf(merchandise),
                        Set.copyOf(tags == null ? List.of() : tags));
    }

    /** What it costs, the discount taken off. */
    Money amount() {
        return new Money(amount);
    }

    Money net() {
        return new Money(net);
    }

    Money tax() {
        return new Money(tax);
    }

    BigDecimal vatRate() {
        return vatRate.setScale(2, RoundingMode.UNNECESSARY);
    }

    boolean isBelowFloor() {
        return belowFloor;
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    String unit() {
        return unit;
    }
}
