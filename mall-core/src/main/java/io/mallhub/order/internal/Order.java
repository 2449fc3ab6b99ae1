package io.mallhub.order.internal;

import io.mallhub.order.ErpState;
import io.mallhub.order.Explanation;
import io.mallhub.order.OrderState;
import io.mallhub.order.OrderView;
import io.mallhub.order.PaymentMethod;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.OrderId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * An order guards its own transitions: what its state does not allow throws, what is done already
 * is a no-op where the promise says so. Loaded for change only under a row lock, so that of two
 * callers at once the second sees what the first did.
 */
@Entity(name = "SalesOrder")
@Table(name = "sales_order")
class Order {
    @Id private UUID id;
    private String number;
    private UUID customerId;
    private String customerName;

    @Enumerated(EnumType.STRING)
    private OrderState state;

    @Embedded private ErpSide erp = new ErpSide();
    @Embedded private Submission submission;
    private String deliveryNote;

    @Enumerated(EnumType.STRING)
    private PaymentMethod payment;

    private int lineCount;
    private int revision;
    private BigDecimal discount;
    private BigDecimal total;
    private BigDecimal net;
    private BigDecimal tax;
    @Version private long version;

    @ElementCollection
    @CollectionTable(name = "sales_order_line", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<OrderLine> lines;

    @ElementCollection
    @CollectionTable(name = "sales_order_stop", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<ApprovalStop> stops = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "sales_order_approval", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<ApprovalDecision> approvals = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "sales_order_benefit", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<OrderBenefit> benefits;

    /** As it was submitted: said once, and true of that day. */
    @Convert(converter = ExplanationsText.class)
    @Column(updatable = false)
    private List<Explanation> explanations;

    @SuppressWarnings("NullAway.Init")
    protected Order() {}

    /**
     * The header is the sum of its lines, always.
     *
     * @param benefits add up to the discounts of the lines
     * @param explanations of each promotion rule that is about its goods
     */
    Order(
            OrderId id,
            String number,
            CustomerId customer,
            String customerName,
            Submission submission,
            String deliveryNote,
            PaymentMethod payment,
            List<OrderLine> lines,
            List<OrderBenefit> benefits,
            List<Explanation> explanations) {
        this.id = id.value();
        this.number = number;
        this.customerId = customer.value();
        this.customerName = customerName;
        this.submission = submission;
        this.deliveryNote = deliveryNote;
        this.payment = payment;
        this.lines = new ArrayList<>(lines);
        this.benefits = new ArrayList<>(benefits);
        this.explanations = List.copyOf(explanations);
        this.state = OrderState.SUBMITTED;
        sumUp();
    }

    private void sumUp() {
        lineCount = lines.size();
        discount = lines.stream().map(OrderLine::discount).reduce(Money.ZERO, Money::plus).amount();
        total = lines.stream().map(OrderLine::amount).reduce(Money.ZERO, Money::plus).amount();
        net = lines.stream().map(OrderLine::net).reduce(Money.ZERO, Money::plus).amount();
        tax = lines.stream().map(OrderLine::tax).reduce(Money.ZERO, Money::plus).amount();
        Money taken = benefits.stream().map(OrderBenefit::amount).reduce(Money.ZERO, Money::plus);
        if (!taken.equals(discount())) {
            throw new IllegalArgumentException(
                    "Benefits of " + taken + " are no discounts of " + discount());
        }
        mustExplainEveryLine();
    }

    private void mustExplainEveryLine() {
        for (int line = 0; line < lines.size(); line++) {
            Money explained = Money.ZERO;
            for (OrderBenefit benefit : benefits) {
                explained = explained.plus(benefit.shares().get(line));
            }
            if (!explained.equals(lines.get(line).discount())) {
                throw new IllegalArgumentException(
                        "Shares of " + explained + " are not the discount of line " + (line + 1));
            }
        }
    }

    /** Returns false when this was remembered before, or is about what the order was before. */
    boolean recordStops(int ofRevision, List<OrderView.Stop> reasons) {
        if (state != OrderState.SUBMITTED) {
            mustNotBeAtAnEnd("look for approvals");
            return false;
        }
        if (ofRevision != revision) {
            return false;
        }
        reasons.forEach(it -> stops.add(ApprovalStop.of(it)));
        state = OrderState.IN_APPROVAL;
        return true;
    }

    /** Every group that is asked has said yes. */
    boolean isAgreed() {
        return !approvals.isEmpty() && !isDenied() && stops.stream().allMatch(this::isAnswered);
    }

    /** A reason of which nobody knows whom it asks holds nothing up. */
    private boolean isAnswered(ApprovalStop stop) {
        return stop.approver().isEmpty()
                || approvals.stream().anyMatch(it -> it.kind().equals(stop.approver()));
    }

    boolean isDenied() {
        return approvals.stream().anyMatch(it -> !it.approved());
    }

    /** Stops and approvals are forgotten here: the caller has kept them. */
    void change(List<OrderLine> newLines, List<OrderBenefit> newBenefits) {
        mustBe("change", OrderState.IN_APPROVAL);
        lines.clear();
        lines.addAll(newLines);
        benefits.clear();
        benefits.addAll(newBenefits);
        stops.clear();
        approvals.clear();
        sumUp();
        revision++;
        state = OrderState.SUBMITTED;
    }

    /**
     * Whether these lines may be taken out and the rest goes on: gifts only, nothing of them
     * shipped, goods left to send. While the ERP may have the order, its lines keep their numbers.
     *
     * @param out 0-based
     */
    boolean canGoWithout(Set<Integer> out) {
        boolean gifts =
                out.stream().map(lines::get).allMatch(it -> it.isGift() && !it.isShippedInPart());
        boolean rest =
                IntStream.range(0, lines.size())
                        .anyMatch(it -> !out.contains(it) && lines.get(it).open().isPositive());
        boolean explained = benefits.stream().allMatch(it -> it.shares().size() == lines.size());
        return gifts && rest && explained && keepsNumbers(out);
    }

    private boolean keepsNumbers(Set<Integer> out) {
        return switch (erp.state()) {
            case NOT_SENT, REJECTED, VOIDED -> true;
            case SENDING, OUTCOME_UNKNOWN -> false;
            case ACKNOWLEDGED, ACCEPTED ->
                    IntStream.range(lines.size() - out.size(), lines.size())
                            .allMatch(out::contains);
        };
    }

    /** Approvals stay: what they were about is still in it. */
    void leaveOut(Set<Integer> out) {
        if (!canGoWithout(out)) {
            throw notAllowed("leave lines " + out + " out of");
        }
        List<OrderBenefit> left =
                benefits.stream()
                        .map(it -> it.without(out))
                        .filter(it -> !it.amount().isZero())
                        .toList();
        List<OrderLine> stay =
                IntStream.range(0, lines.size())
                        .filter(it -> !out.contains(it))
                        .mapToObj(lines::get)
                        .toList();
        lines.clear();
        lines.addAll(stay);
        benefits.clear();
        benefits.addAll(left);
        sumUp();
        revision++;
    }

    /**
     * A part of it was cancelled, or nothing after all; the ERP has it no longer, and gets it anew.
     * Approvals stay: it was more that they were about.
     */
    void shrink(List<OrderLine> newLines, List<OrderBenefit> newBenefits) {
        sendAnew();
        lines.clear();
        lines.addAll(newLines);
        benefits.clear();
        benefits.addAll(newBenefits);
        sumUp();
        revision++;
    }

    /** What the ERP had of it is void there. */
    void sendAnew() {
        mustBe("send anew", OrderState.APPROVED, OrderState.SENT, OrderState.ACCEPTED);
        if (erp.mayBeOpen()) {
            throw notAllowed("send anew");
        }
        erp.forget();
        state = OrderState.APPROVED;
    }

    void decide(String group, boolean approved, String reason, Actor by, Instant now) {
        mustBe("decide on", OrderState.IN_APPROVAL);
        approvals.add(new ApprovalDecision(group, approved, by.id(), by.name(), now, reason));
    }

    /** Returns false when it was approved before. */
    boolean approve(int ofRevision) {
        if (state == OrderState.SUBMITTED && ofRevision == revision) {
            state = OrderState.APPROVED;
            return true;
        }
        if (state != OrderState.IN_APPROVAL) {
            mustBeApproved("approve");
            return false;
        }
        if (!isAgreed()) {
            throw new IllegalStateException(
                    "Order " + number + " needs approvals that are missing or were denied");
        }
        state = OrderState.APPROVED;
        return true;
    }

    void mustBeApproved(String intent) {
        if (state == OrderState.SUBMITTED || state == OrderState.IN_APPROVAL || state.isEnd()) {
            throw notAllowed(intent);
        }
    }

    /** Kept at an end too: what the ERP has must be known to be voided. */
    boolean acknowledge(String erpNumber) {
        boolean news = erp.acknowledge(erpNumber);
        if (state == OrderState.APPROVED) {
            state = OrderState.SENT;
        }
        return news;
    }

    /** Returns false when it is no news. */
    boolean answer(boolean accepted, String words, Instant erpTime) {
        if (isShippingBegun() || state == OrderState.COMPLETED) {
            return false; // what was shipped was accepted; a late answer changes nothing
        }
        boolean news = erp.answer(accepted, words, erpTime);
        if (state == OrderState.APPROVED || state == OrderState.SENT) {
            state = accepted ? OrderState.ACCEPTED : OrderState.SENT;
        } else if (state == OrderState.ACCEPTED && !accepted && news) {
            state = OrderState.SENT;
        }
        return news;
    }

    /** After a delivery was booked on the lines. */
    void shipped() {
        mustBe(
                "ship",
                OrderState.APPROVED,
                OrderState.SENT,
                OrderState.ACCEPTED,
                OrderState.PARTLY_SHIPPED);
        boolean all = lines.stream().allMatch(line -> line.open().isZero());
        state = all ? OrderState.SHIPPED : OrderState.PARTLY_SHIPPED;
    }

    /** Returns false when it was voided before. */
    boolean voided() {
        if (isShippingBegun() || state == OrderState.COMPLETED) {
            throw notAllowed("void");
        }
        boolean news = erp.state() != ErpState.VOIDED;
        erp.voided();
        return news;
    }

    /** Returns false when it ended so before. */
    boolean end(OrderState how) {
        if (state == how) {
            return false;
        }
        if (state.isEnd() || isShippingBegun() || erp.mayBeOpen()) {
            throw notAllowed("end as " + how);
        }
        state = how;
        return true;
    }

    /** Returns false when it was completed before. */
    boolean complete() {
        if (state == OrderState.COMPLETED) {
            return false;
        }
        mustBe("complete", OrderState.SHIPPED);
        state = OrderState.COMPLETED;
        return true;
    }

    boolean canBeCancelled() {
        return !state.isEnd() && !isShippingBegun();
    }

    boolean isShippingBegun() {
        return state == OrderState.PARTLY_SHIPPED || state == OrderState.SHIPPED;
    }

    private void mustNotBeAtAnEnd(String intent) {
        if (state.isEnd()) {
            throw notAllowed(intent);
        }
    }

    private void mustBe(String intent, OrderState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw notAllowed(intent);
        }
    }

    private IllegalStateException notAllowed(String intent) {
        return new IllegalStateException(
                "Cannot " + intent + " order " + number + ": it is " + state + "/" + erp.state());
    }

    List<Explanation> explanations() {
        return explanations;
    }

    OrderId id() {
        return new OrderId(id);
    }

    String number() {
        return number;
    }

    CustomerId customer() {
        return new CustomerId(customerId);
    }

    String customerName() {
        return customerName;
    }

    OrderState state() {
        return state;
    }

    ErpSide erp() {
        return erp;
    }

    Submission submission() {
        return submission;
    }

    String deliveryNote() {
        return deliveryNote;
    }

    PaymentMethod payment() {
        return payment;
    }

    Money total() {
        return new Money(total);
    }

    /** What was taken off all lines. */
    Money discount() {
        return new Money(discount);
    }

    List<OrderBenefit> benefits() {
        return benefits;
    }

    Money net() {
        return new Money(net);
    }

    Money tax() {
        return new Money(tax);
    }

    /** How often it was changed. */
    int revision() {
        return revision;
    }

    /** Names its latest change. */
    String changeKey() {
        return number + "/" + revision;
    }

    List<OrderLine> lines() {
        return lines;
    }

    List<ApprovalStop> stops() {
        return stops;
    }

    List<ApprovalDecision> approvals() {
        return approvals;
    }
}
