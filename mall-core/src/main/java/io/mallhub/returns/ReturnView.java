package io.mallhub.returns;

import io.mallhub.order.ErpState;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A return whole, as its pages show it.
 *
 * @param number business number, client reference in the ERP, correlation key of its process
 * @param acts who decided or did what, in order: the proof of four eyes
 * @param exchangeOrder the order placed for the goods, if that was wished and done
 */
public record ReturnView(
        String number,
        String orderNumber,
        CustomerId customer,
        String customerName,
        ReturnState state,
        ErpState erpState,
        @Nullable String erpNumber,
        ReturnReason reason,
        ReturnWish wish,
        String note,
        @Nullable TemperatureRecord temperatures,
        Actor submittedBy,
        Instant submittedAt,
        List<Line> lines,
        List<Act> acts,
        Reversal reversal,
        @Nullable String exchangeOrder) {

    /**
     * @param number 1-based
     * @param split empty until inspected
     */
    public record Line(
            int number,
            String delivery,
            int orderLine,
            ProductId product,
            String code,
            String name,
            String unit,
            String batch,
            @Nullable LocalDate expiry,
            boolean coldChain,
            Quantity quantity,
            List<String> traceCodes,
            @Nullable Quantity received,
            Map<Disposition, Quantity> split,
            String inspectionNote) {
        public Quantity of(Disposition disposition) {
            return split.getOrDefault(disposition, Quantity.ZERO);
        }

        public Quantity accepted() {
            return split.entrySet().stream()
                    .filter(it -> it.getKey().isAccepted())
                    .map(Map.Entry::getValue)
                    .reduce(Quantity.ZERO, Quantity::plus);
        }
    }

    public enum Kind {
        SUBMITTED,
        REVIEWED,
        RECEIVED,
        INSPECTED,
        REFUND_DECIDED
    }

    public record Act(Kind kind, boolean agreed, Actor by, Instant at, String reason) {}
}
