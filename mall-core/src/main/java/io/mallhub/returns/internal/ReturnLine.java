package io.mallhub.returns.internal;

import io.mallhub.returns.Disposition;
import io.mallhub.returns.InspectReturn;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.ReturnableLine;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goods of one batch of one delivery on their way back, and what became of them. */
@Embeddable
class ReturnLine {
    private String delivery;
    private int orderLine;
    private UUID productId;
    private String code;
    private String name;
    private String unit;
    private String batch;
    private @Nullable LocalDate expiry;
    private boolean coldChain;
    private BigDecimal quantity;
    private String traceCodes;
    private @Nullable BigDecimal received;
    private BigDecimal toStock = BigDecimal.ZERO;
    private BigDecimal toSupplier = BigDecimal.ZERO;
    private BigDecimal destroy = BigDecimal.ZERO;
    private BigDecimal toBuyer = BigDecimal.ZERO;
    private boolean inspected;
    private String inspectionNote = "";
    private BigDecimal gross = BigDecimal.ZERO;
    private BigDecimal net = BigDecimal.ZERO;
    private BigDecimal tax = BigDecimal.ZERO;

    @SuppressWarnings("NullAway.Init")
    protected ReturnLine() {}

    ReturnLine(ReturnableLine shipped, Quantity quantity, List<String> traceCodes) {
        delivery = shipped.delivery();
        orderLine = shipped.orderLine();
        productId = shipped.product().value();
        code = shipped.code();
        name = shipped.name();
        unit = shipped.unit();
        batch = shipped.batch();
        expiry = shipped.expiry();
        coldChain = shipped.coldChain();
        this.quantity = quantity.amount();
        this.traceCodes = String.join(" ", traceCodes);
    }

    void receive(Quantity came) {
        received = came.amount();
    }

    /** The caller has made sure that the split adds up to what came. */
    void inspect(InspectReturn.Line found, LineShare share) {
        toStock = part(found, Disposition.TO_STOCK);
        toSupplier = part(found, Disposition.TO_SUPPLIER);
        destroy = part(found, Disposition.DESTROY);
        toBuyer = part(found, Disposition.BACK_TO_BUYER);
        inspected = true;
        inspectionNote = found.note();
        gross = share.gross().amount();
        net = share.net().amount();
        tax = share.tax().amount();
    }

    private static BigDecimal part(InspectReturn.Line found, Disposition disposition) {
        return found.split().getOrDefault(disposition, Quantity.ZERO).amount();
    }

    Map<Disposition, Quantity> split() {
        Map<Disposition, Quantity> split = new EnumMap<>(Disposition.class);
        if (inspected) {
            split.put(Disposition.TO_STOCK, new Quantity(toStock));
            split.put(Disposition.TO_SUPPLIER, new Quantity(toSupplier));
            split.put(Disposition.DESTROY, new Quantity(destroy));
            split.put(Disposition.BACK_TO_BUYER, new Quantity(toBuyer));
        }
        return split;
    }

    Quantity accepted() {
        return new Quantity(toStock.add(toSupplier).add(destroy));
    }

    /** What of the shipment it takes as long as it is under way, and at its end. */
    Quantity claimed() {
        return inspected ? accepted() : quantity();
    }

    LineShare share() {
        return new LineShare(new Money(gross), new Money(net), new Money(tax));
    }

    boolean isInspected() {
        return inspected;
    }

    String delivery() {
        return delivery;
    }

    int orderLine() {
        return orderLine;
    }

    ProductId product() {
        return new ProductId(productId);
    }

    String code() {
        return code;
    }

    String name() {
        return name;
    }

    String batch() {
        return batch;
    }

    @Nullable LocalDate expiry() {
        return expiry;
    }

    boolean isColdChain() {
        return coldChain;
    }

    Quantity quantity() {
        return new Quantity(quantity);
    }

    Quantity received() {
        return received == null ? Quantity.ZERO : new Quantity(received);
    }

    ReturnView.Line view(int number) {
        return new ReturnView.Line(
                number,
                delivery,
                orderLine,
                product(),
                code,
                name,
                unit,
                batch,
                expiry,
                coldChain,
                quantity(),
                traceCodes.isEmpty() ? List.of() : List.of(traceCodes.split(" ")),
                received == null ? null : new Quantity(received),
                split(),
                inspectionNote);
    }
}
