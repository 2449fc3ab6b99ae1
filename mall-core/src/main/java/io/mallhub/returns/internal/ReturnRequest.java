package io.mallhub.returns.internal;

import io.mallhub.returns.ReturnReason;
import io.mallhub.returns.ReturnState;
import io.mallhub.returns.ReturnWish;
import io.mallhub.returns.SubmitReturn;
import io.mallhub.returns.TemperatureRecord;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Quantity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A return guards its own transitions: what its state does not allow throws, what is done already
 * is a no-op. Loaded for change only under a row lock.
 */
@Entity
@Table(name = "return_request")
class ReturnRequest {
    @Id private UUID id;
    private String number;
    private String orderNumber;
    private UUID customerId;
    private String customerName;

    @Enumerated(EnumType.STRING)
    private ReturnState state;

    @Embedded private ErpReturnSide erp = new ErpReturnSide();
    private @Nullable String erpReceipt;

    @Enumerated(EnumType.STRING)
    private ReturnReason reason;

    @Enumerated(EnumType.STRING)
    private ReturnWish wish;

    private String note;
    private @Nullable String logger;
    private @Nullable BigDecimal lowest;
    private @Nullable BigDecimal highest;
    @Embedded private Origin origin;
    private int lineCount;
    private boolean toBeInspected = true;
    @Embedded private LostDiscount lost = LostDiscount.NONE;
    private long pointsBack;
    private @Nullable String exchangeOrder;

    @ElementCollection
    @CollectionTable(name = "return_coupon_charge", joinColumns = @JoinColumn(name = "return_id"))
    @OrderColumn(name = "position")
    private List<CouponCharge> charges = new ArrayList<>();

    @Version private long version;

    @ElementCollection
    @CollectionTable(name = "return_line", joinColumns = @JoinColumn(name = "return_id"))
    @OrderColumn(name = "position")
    private List<ReturnLine> lines;

    @SuppressWarnings("NullAway.Init")
    protected ReturnRequest() {}

    ReturnRequest(
            UUID id,
            String number,
            String customerName,
            SubmitReturn asked,
            Origin origin,
            List<ReturnLine> lines) {
        this.id = id;
        this.number = number;
        this.orderNumber = asked.orderNumber();
        this.customerId = asked.company().value();
        this.customerName = customerName;
        this.reason = asked.reason();
        this.wish = asked.wish();
        this.note = asked.note();
        this.origin = origin;
        this.lines = new ArrayList<>(lines);
        lineCount = lines.size();
        state = ReturnState.SUBMITTED;
        TemperatureRecord record = asked.temperatures();
        if (record != null) {
            logger = record.logger();
            lowest = record.lowest();
            highest = record.highest();
        }
    }

    /** Returns false when it was under review, or further, before. */
    boolean startReview() {
        if (state != ReturnState.SUBMITTED) {
            mustNotBeAtAnEnd("review");
            return false;
        }
        state = ReturnState.IN_REVIEW;
        return true;
    }

    /** Returns false when it was approved before. */
    boolean approve() {
        if (state == ReturnState.SUBMITTED || state == ReturnState.IN_REVIEW) {
            state = ReturnState.APPROVED;
            return true;
        }
        mustNotBeAtAnEnd("approve");
        return false;
    }

    void receive(List<Quantity> quantities) {
        mustBe("receive", ReturnState.APPROVED);
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).receive(quantities.get(i));
        }
        state = ReturnState.RECEIVED;
    }

    /**
     * @param lost as the inspection fixes it, like the points that go back and what is charged at
     *     most
     */
    void inspected(LostDiscount lost, long pointsBack, List<CouponCharge> charges) {
        if (!awaitsInspection()) {
            throw notAllowed("inspect");
        }
        state = ReturnState.INSPECTED;
        toBeInspected = false;
        this.lost = lost;
        this.pointsBack = pointsBack;
        charge(charges);
    }

    void charge(List<CouponCharge> all) {
        charges.clear();
        charges.addAll(all);
    }

    void inspectAgain() {
        mustBe("inspect again", ReturnState.INSPECTED);
        toBeInspected = true;
    }

    boolean awaitsInspection() {
        return state == ReturnState.RECEIVED || state == ReturnState.INSPECTED && toBeInspected;
    }

    /** Returns false when it was settled before. */
    boolean settle() {
        if (state == ReturnState.SETTLED || state == ReturnState.COMPLETED) {
            return false;
        }
        mustBe("settle", ReturnState.INSPECTED);
        if (toBeInspected) {
            throw notAllowed("settle before another inspection");
        }
        state = ReturnState.SETTLED;
        return true;
    }

    /** Returns false when it was completed before. */
    boolean complete() {
        if (state == ReturnState.COMPLETED) {
            return false;
        }
        mustBe("complete", ReturnState.SETTLED);
        state = ReturnState.COMPLETED;
        return true;
    }

    /** Returns false when it ended so before. */
    boolean endWithoutGoods(ReturnState how) {
        if (state == how) {
            return false;
        }
        if (!state.isBeforeGoods() || erp.mayBeOpen()) {
            throw notAllowed("end as " + how);
        }
        state = how;
        return true;
    }

    void exchangedBy(String order) {
        exchangeOrder = order;
    }

    void receiptOfErp(String receipt) {
        erpReceipt = receipt;
    }

    private void mustNotBeAtAnEnd(String intent) {
        if (state.isEnd()) {
            throw notAllowed(intent);
        }
    }

    void mustBe(String intent, ReturnState allowed) {
        if (state != allowed) {
            throw notAllowed(intent);
        }
    }

    private IllegalStateException notAllowed(String intent) {
        return new IllegalStateException(
                "Cannot " + intent + " return " + number + ": it is " + state + "/" + erp.state());
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    String orderNumber() {
        return orderNumber;
    }

    CustomerId customer() {
        return new CustomerId(customerId);
    }

    String customerName() {
        return customerName;
    }

    ReturnState state() {
        return state;
    }

    ErpReturnSide erp() {
        return erp;
    }

    @Nullable String erpReceipt() {
        return erpReceipt;
    }

    ReturnReason reason() {
        return reason;
    }

    ReturnWish wish() {
        return wish;
    }

    String note() {
        return note;
    }

    @Nullable TemperatureRecord temperatures() {
        return logger == null || lowest == null || highest == null
                ? null
                : new TemperatureRecord(logger, lowest, highest);
    }

    Origin origin() {
        return origin;
    }

    List<ReturnLine> lines() {
        return lines;
    }

    LostDiscount lost() {
        return lost;
    }

    /** Points of the order that were used for these goods. */
    long pointsBack() {
        return pointsBack;
    }

    /** Kept back for coupons that the order earned and others used. */
    List<CouponCharge> charges() {
        return List.copyOf(charges);
    }

    @Nullable String exchangeOrder() {
        return exchangeOrder;
    }
}
