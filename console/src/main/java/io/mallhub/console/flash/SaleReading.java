package io.mallhub.console.flash;

import io.mallhub.console.catalogue.TypedTimes;
import io.mallhub.flash.FlashSales.PutSale;
import io.mallhub.flash.Timing;
import io.mallhub.promotion.WeeklySlot;
import io.mallhub.shared.Actor;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.Reason;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a typed flash sale. Every field is looked at, so that all that is wrong is shown at once,
 * beside the field it is wrong in; with nothing wrong there is a command.
 */
final class SaleReading {
    private final SaleForm form;
    private final Function<String, Optional<ProductId>> products;
    private final Map<String, String> wrong = new LinkedHashMap<>();

    /**
     * @param products finds the product of a code
     */
    SaleReading(SaleForm form, Function<String, Optional<ProductId>> products) {
        this.form = form;
        this.products = products;
    }

    /** Message keys by field; empty when there is a command. */
    Map<String, String> wrong() {
        return wrong;
    }

    Optional<PutSale> command(Actor by) {
        String name = words(form.name());
        if (name.isEmpty() || name.length() > 60) {
            wrong("name", "flash-sale.name");
        }
        String reason = Reason.of(words(form.reason()));
        Reason.problem("flash-sale", reason).ifPresent(it -> wrong("reason", it));
        ProductId product = products.apply(words(form.product())).orElse(null);
        if (product == null) {
            wrong("product", "flash-sale.product");
        }
        UnitPrice price = price();
        Quantity quota = quantity("quota", words(form.quota()), "flash-sale.quota");
        Quantity most =
                words(form.most()).isEmpty()
                        ? null
                        : quantity("most", words(form.most()), "flash-sale.most");
        if (quota != null && most != null && most.compareTo(quota) > 0) {
            wrong("most", "flash-sale.most");
        }
        int ahead = ahead();
        Timing timing = timing();
        if (!wrong.isEmpty()
                || product == null
                || price == null
                || quota == null
                || timing == null) {
            return Optional.empty();
        }
        return Optional.of(
                new PutSale(
                        form.isNew() ? null : form.code(),
                        form.version() == null ? 0 : form.version(),
                        product,
                        name,
                        price,
                        quota,
                        most,
                        timing,
                        ahead,
                        reason,
                        by));
    }

    private @Nullable UnitPrice price() {
        String typed = words(form.price());
        Optional<UnitPrice> price =
                typed.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")
                        ? UnitPrice.typed(new BigDecimal(typed))
                                .filter(it -> it.amount().signum() > 0)
                        : Optional.empty();
        if (price.isEmpty()) {
            wrong("price", "flash-sale.price");
        }
        return price.orElse(null);
    }

    private @Nullable Quantity quantity(String field, String typed, String key) {
        Optional<Quantity> quantity = Quantity.typed(typed).filter(Quantity::isPositive);
        if (quantity.isEmpty()) {
            wrong(field, key);
        }
        return quantity.orElse(null);
    }

    private int ahead() {
        String typed = words(form.ahead());
        if (!typed.matches("[0-9]{1,3}") || Integer.parseInt(typed) > 168) {
            wrong("ahead", "flash-sale.ahead");
            return 0;
        }
        return Integer.parseInt(typed);
    }

    private @Nullable Timing timing() {
        Instant from = instant("from", words(form.from()));
        Instant until = instant("until", words(form.until()));
        List<WeeklySlot> slots = slots();
        if (from == null || until == null) {
            return null;
        }
        if (!from.isBefore(until)) {
            wrong("until", "console.promotion.wrong.until");
            return null;
        }
        if (Timing.overlap(slots)) {
            wrong("slots", "console.flash.wrong.overlap");
            return null;
        }
        try {
            return new Timing(from, until, slots);
        } catch (IllegalArgumentException tooLong) {
            wrong("until", "console.flash.wrong.long");
            return null;
        }
    }

    private @Nullable Instant instant(String field, String typed) {
        Optional<Instant> instant = TypedTimes.instant(typed);
        if (instant.isEmpty()) {
            wrong(field, "console.promotion.wrong.time");
        }
        return instant.orElse(null);
    }

    private List<WeeklySlot> slots() {
        List<WeeklySlot> slots = new ArrayList<>();
        for (int row = 0; row < SaleForm.SLOTS; row++) {
            String day = form.at(form.slotDay(), row);
            if (day.isEmpty()) {
                continue;
            }
            Optional<WeeklySlot> slot =
                    TypedTimes.slot(
                            day, form.at(form.slotFrom(), row), form.at(form.slotUntil(), row));
            if (slot.isEmpty()) {
                wrong("slot" + row, "console.promotion.wrong.slot");
            }
            slot.ifPresent(slots::add);
        }
        return slots;
    }

    private static String words(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private void wrong(String field, String key) {
        wrong.putIfAbsent(field, key);
    }
}
