package io.mallhub.order.internal;

import io.mallhub.order.OrderView;
import io.mallhub.order.TimelineEntry;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evidence of one change of an order, and of what was withdrawn with it; written once. */
@Entity
@Table(name = "order_change")
class OrderChange {
    static final String WHAT = "order.changed";
    static final String GIFT_LEFT_OUT = "order.gift-left-out";
    static final String PART_CANCELLED = "order.part-cancelled";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_change_seq")
    @SequenceGenerator(name = "order_change_seq", allocationSize = 50)
    private @Nullable Long id;

    private String orderNumber;
    private int revision;
    private Instant at;
    private String byId;
    private String byName;
    private String reason;

    /** Null for entries from before it was kept. */
    private @Nullable String what;

    private BigDecimal totalBefore;
    private BigDecimal totalAfter;

    @ElementCollection
    @CollectionTable(name = "order_change_line", joinColumns = @JoinColumn(name = "change_id"))
    @OrderColumn(name = "position")
    private List<LineChange> lines;

    @ElementCollection
    @CollectionTable(name = "order_withdrawn_stop", joinColumns = @JoinColumn(name = "change_id"))
    @OrderColumn(name = "position")
    private List<ApprovalStop> stops;

    @ElementCollection
    @CollectionTable(
            name = "order_withdrawn_approval",
            joinColumns = @JoinColumn(name = "change_id"))
    @OrderColumn(name = "position")
    private List<ApprovalDecision> withdrawn;

    @SuppressWarnings("NullAway.Init")
    protected OrderChange() {}

    /**
     * Of the order as it is before the change.
     *
     * @param lines one per line of the order, in their order
     */
    OrderChange(Order order, List<LineChange> lines, String reason, Actor by, Instant at) {
        this.orderNumber = order.number();
        this.revision = order.revision() + 1;
        this.at = at;
        this.byId = by.id();
        this.byName = by.name();
        this.reason = reason;
        this.totalBefore = order.total().amount();
        this.totalAfter =
                lines.stream()
                        .map(LineChange::after)
                        .map(after -> after == null ? Money.ZERO : after.amount())
                        .reduce(Money.ZERO, Money::plus)
                        .amount();
        this.lines = new ArrayList<>(lines);
        this.stops = new ArrayList<>(order.stops());
        this.withdrawn = new ArrayList<>(order.approvals());
    }

    /**
     * Of an order that goes on without some lines: nothing is asked or approved anew.
     *
     * @param out 0-based
     */
    static OrderChange without(Order order, Set<Integer> out, String reason, Actor by, Instant at) {
        List<LineChange> lines = new ArrayList<>();
        for (OrderLine line : order.lines()) {
            lines.add(new LineChange(line, out.contains(lines.size()) ? null : line));
        }
        OrderChange change = new OrderChange(order, lines, reason, by, at);
        change.stops.clear();
        change.withdrawn.clear();
        return change;
    }

    /**
     * Of an approved order, a part of which is cancelled. It is the process that does it, after the
     * ERP: who asked for it, approver or not, changes nothing that was to be approved.
     */
    static OrderChange part(
            Order order, List<LineChange> lines, String reason, Actor by, Instant at) {
        OrderChange change = new OrderChange(order, lines, reason, by, at);
        change.what = PART_CANCELLED;
        change.byId = OrderApprovals.PROCESS.id();
        change.stops.clear();
        change.withdrawn.clear();
        return change;
    }

    /** Nobody asked for it: see {@link LapsedGifts}. */
    private boolean isOfProcess() {
        return byId.equals(OrderApprovals.PROCESS.id());
    }

    private String what() {
        if (what != null) {
            return what;
        }
        return isOfProcess() ? GIFT_LEFT_OUT : WHAT;
    }

    String byId() {
        return byId;
    }

    Money totalBefore() {
        return new Money(totalBefore);
    }

    List<LineChange> lines() {
        return lines;
    }

    List<ApprovalDecision> withdrawn() {
        return withdrawn;
    }

    String order() {
        return orderNumber;
    }

    TimelineEntry entry() {
        return new TimelineEntry(at, what(), byName, reason);
    }

    OrderView.Change view() {
        List<OrderView.ChangedLine> shown = new ArrayList<>();
        lines.forEach(line -> shown.add(line.view(shown.size() + 1)));
        return new OrderView.Change(
                revision,
                what(),
                at,
                byName,
                reason,
                totalBefore(),
                new Money(totalAfter),
                shown,
                stops.stream().map(ApprovalStop::view).toList(),
                withdrawn.stream().map(ApprovalDecision::view).toList());
    }
}
