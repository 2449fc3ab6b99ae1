package io.mallhub.console.flash;

import io.mallhub.console.catalogue.TypedTimes;
import io.mallhub.flash.FlashSales.SaleView;
import io.mallhub.promotion.WeeklySlot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flash sale as a person of marketing typed it: words, so that what is wrong can be shown again
 * beside its field.
 *
 * @param product its code
 * @param most for one company; empty for no limit
 * @param slotDay one per weekly slot, like the next two; empty for none
 */
record SaleForm(
        @Nullable String code,
        @Nullable Integer version,
        @Nullable String name,
        @Nullable String product,
        @Nullable String price,
        @Nullable String quota,
        @Nullable String most,
        @Nullable String from,
        @Nullable String until,
        @Nullable List<String> slotDay,
        @Nullable List<String> slotFrom,
        @Nullable List<String> slotUntil,
        @Nullable String ahead,
        @Nullable String reason) {
    static final int SLOTS = 3;

    static SaleForm empty() {
        return new SaleForm(
                null, 0, "", "", "", "", "", "", "", List.of(), List.of(), List.of(), "24", "");
    }

    /**
     * @param product its code
     */
    static SaleForm of(SaleView sale, String product) {
        List<WeeklySlot> slots = sale.timing().slots();
        return new SaleForm(
                sale.code(),
                sale.version(),
                sale.name(),
                product,
                sale.price().toString(),
                sale.quota().toString(),
                sale.most() == null ? "" : sale.most().toString(),
                TypedTimes.typed(sale.timing().begins()),
                TypedTimes.typed(sale.timing().ends()),
                slots.stream().map(it -> it.day().name()).toList(),
                slots.stream().map(it -> it.from().toString()).toList(),
                slots.stream().map(it -> it.until().toString()).toList(),
                Integer.toString(sale.aheadHours()),
                "");
    }

    public boolean isNew() {
        return code == null || code.isBlank();
    }

    /** What was typed in a row of a column; empty where nothing was. */
    public String at(@Nullable List<String> column, int row) {
        return column == null || row >= column.size() ? "" : column.get(row).strip();
    }
}
