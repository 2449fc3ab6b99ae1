package io.mallhub.order.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.order.CancelPart;
import io.mallhub.order.OrderReduced;
import io.mallhub.order.PartCancelRequested;
import io.mallhub.order.PartCancellations;
import io.mallhub.order.PartStatement;
import io.mallhub.order.internal.PartRules.Refusal;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RetriedTransaction;
import io.mallhub.shared.SendingLease;
import io.mallhub.stock.Stock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where parts of orders are cancelled. Each step locks the order before it looks at anything. */
@Service
@RetriedTransaction
class PartDesk implements PartCancellations {
    private final OpenOrders orders;
    private final OrderRepository readOnly;
    private final PartTable parts;
    private final PartRules rules;
    private final PartReckoning reckoning;
    private final OrderReduction reduction;
    private final Stock stock;
    private final LeftErpNumbers left;
    private final OrderHistory history;
    private final OrderNotices notices;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration lease;

    PartDesk(
            OpenOrders orders,
            OrderRepository readOnly,
            PartTable parts,
            PartRules rules,
            PartReckoning reckoning,
            OrderReduction reduction,
            Stock stock,
            LeftErpNumbers left,
            OrderHistory history,
            OrderNotices notices,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock,
            @Value(SendingLease.OF_ORDERS) Duration lease) {
        this.orders = orders;
        this.readOnly = readOnly;
        this.parts = parts;
        this.rules = rules;
        this.reckoning = reckoning;
        this.reduction = reduction;
        this.stock = stock;
        this.left = left;
        this.history = history;
        this.notices = notices;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.lease = lease;
    }

    @Override
    @Transactional(readOnly = true)
    public Preview preview(String orderNumber, Map<Integer, Quantity> keep) {
        return readOnly.findByNumber(orderNumber)
                .map(order -> preview(order, keep))
                .orElseThrow(() -> new IllegalArgumentException("No order " + orderNumber));
    }

    private Preview preview(Order order, Map<Integer, Quantity> keep) {
        Optional<Refusal> refusal = rules.refusal(order).or(() -> rules.refusal(order, keep));
        if (refusal.isPresent()) {
            return new Preview.Refused(refusal.get().why(), refusal.get().detail());
        }
        PartReckoning.Reduced reduced = reckoning.reduce(order, kept(order, keep));
        return PartRules.costsMore(order, reduced)
                .<Preview>map(it -> new Preview.Refused(it.why(), it.detail()))
                .orElseGet(() -> new Preview.Shown(reckoning.statement(order, reduced)));
    }

    /** What stays of each bought line. */
    private static Map<Integer, Quantity> kept(Order order, Map<Integer, Quantity> keep) {
        Map<Integer, Quantity> kept = new HashMap<>();
        for (int line = 1; line <= order.lines().size(); line++) {
            OrderLine sold = order.lines().get(line - 1);
            if (!sold.isGift()) {
                kept.put(line, keep.getOrDefault(line, sold.quantity()));
            }
        }
        return kept;
    }

    @Override
    public Outcome request(CancelPart command) {
        Order order = orders.lock(command.orderNumber());
        Optional<Refusal> refusal = PartRules.refusal(command);
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get().why(), refusal.get().detail());
        }
        if (command.revision() != order.revision()) {
            return new Outcome.Refused("order-part.outdated", "");
        }
        return switch (preview(order, command.keep())) {
            case Preview.Refused refused -> new Outcome.Refused(refused.why(), refused.detail());
            case Preview.Shown shown when !shown.statement().seen().equals(command.seen()) ->
                    new Outcome.Changed(shown.statement());
            case Preview.Shown shown -> ask(order, command, shown.statement());
        };
    }

    private Outcome ask(Order order, CancelPart command, PartStatement statement) {
        long part = parts.add(command, statement, clock.instant());
        history.note(order, "order.part-requested", command.by(), command.reason().strip());
        audit.record(
                new AuditEntry(
                        command.by(),
                        "request-part-cancel",
                        "order",
                        order.number(),
                        command.reason().strip(),
                        Map.of("total", statement.before() + " → " + statement.after())));
        if (command.by().kind() == Actor.Kind.BUYER) {
            notices.partRequested(order, part, command.reason().strip());
        }
        events.publishEvent(
                new PartCancelRequested(
                        order.number(), part, command.reason().strip(), command.by().name()));
        return new Outcome.Requested(part);
    }

    /** A request with its order, the latter locked before the former is looked at. */
    private record Opened(Order order, Part part) {}

    /** Empty when there is nothing to do any more. */
    private Optional<Opened> open(long part) {
        Part seen =
                parts.find(part).orElseThrow(() -> new IllegalArgumentException("No part " + part));
        Order order = orders.lock(seen.statement().order());
        return parts.find(part).filter(Part::isRequested).map(it -> new Opened(order, it));
    }

    @Override
    public Optional<String> withdraw(String orderNumber, long part, Actor by) {
        Order order = orders.lock(orderNumber);
        Part request =
                parts.find(part)
                        .filter(it -> it.statement().order().equals(orderNumber))
                        .orElseThrow(() -> new IllegalArgumentException("No part " + part));
        if (!request.isRequested()) {
            return Optional.of("order-part.over");
        }
        if (by.kind() == Actor.Kind.BUYER && !request.isOfBuyer()) {
            return Optional.of("order-part.of-desk");
        }
        boolean spokenTo =
                order.erp().isVoided() || order.erp().leasedUntil(clock.instant()) != null;
        if (spokenTo || !request.isWithdrawable()) {
            return Optional.of("order-part.under-way");
        }
        parts.settle(part, State.WITHDRAWN, "", clock.instant());
        history.note(order, "order.part-withdrawn", by, request.reason());
        audit.record(
                new AuditEntry(
                        by,
                        "withdraw-part-cancel",
                        "order",
                        orderNumber,
                        request.reason(),
                        Map.of("asked", request.by().name())));
        return Optional.empty();
    }

    @Override
    public Start start(long part) {
        Optional<Opened> opened = open(part);
        if (opened.isEmpty()) {
            return new Start.Over();
        }
        Order order = opened.get().order();
        Part request = opened.get().part();
        if (isOver(order, request)) {
            return new Start.Over();
        }
        Instant now = clock.instant();
        Instant until = order.erp().leasedUntil(now);
        if (until != null) {
            return new Start.InFlight(until);
        }
        if (order.erp().isAcknowledged()) {
            stock.holdAgain(
                    order.id(),
                    OrderReduction.demand(order.lines()),
                    FlashLines.takenBy(order.lines()));
        }
        order.erp().leaseForVoid(now, lease);
        parts.started(request.id(), now);
        return new Start.Granted(order.number(), request.reason());
    }

    private boolean isOver(Order order, Part part) {
        if (order.state().isEnd()) {
            parts.settle(part.id(), State.OVERTAKEN, "", clock.instant());
            return true;
        }
        if (order.isShippingBegun()) {
            tooLate(order, part, "");
            return true;
        }
        if (reduced(order, part).isEmpty()) {
            outdated(order, part);
            return true;
        }
        return false;
    }

    /** Empty when the order would become another one than was shown. */
    private Optional<PartReckoning.Reduced> reduced(Order order, Part part) {
        Map<Integer, Quantity> kept = new HashMap<>();
        part.statement().lines().stream()
                .filter(it -> !it.gift())
                .forEach(it -> kept.put(it.number(), it.quantityAfter()));
        if (order.revision() != part.revision()
                && !kept.keySet().equals(kept(order, Map.of()).keySet())) {
            return Optional.empty();
        }
        PartReckoning.Reduced reduced = reckoning.reduce(order, kept);
        return reckoning.statement(order, reduced).seen().equals(part.statement().seen())
                ? Optional.of(reduced)
                : Optional.empty();
    }

    @Override
    public void carryOut(long part) {
        open(part).filter(it -> !isOver(it.order(), it.part())).ifPresent(this::carryOut);
    }

    private void carryOut(Opened opened) {
        Order order = opened.order();
        Part part = opened.part();
        if (order.erp().mayBeOpen()) {
            throw new IllegalStateException(
                    "The ERP may have " + order.number() + " open: " + order.erp().state());
        }
        PartReckoning.Reduced reduced = reduced(order, part).orElseThrow();
        leaveErpNumber(order);
        reduction.carryOut(order, part, reduced);
        parts.settle(part.id(), State.DONE, "", clock.instant());
        tellToSend(order, part);
    }

    private void leaveErpNumber(Order order) {
        String number = order.erp().number();
        if (number != null) {
            left.add(order.number(), List.of(number));
        }
    }

    private void tellToSend(Order order, Part part) {
        events.publishEvent(new OrderReduced(order.number(), "part-" + part.id()));
    }

    @Override
    public void tooLate(long part, String erpWords) {
        open(part).ifPresent(it -> tooLate(it.order(), it.part(), erpWords));
    }

    private void tooLate(Order order, Part part, String words) {
        order.erp().endLease();
        knownAgain(order);
        parts.settle(part.id(), State.TOO_LATE, words, clock.instant());
        history.note(order, "order.part-too-late", OrderSending.ERP, words);
        notices.partTooLate(order, part.id(), words);
    }

    /** Its figures contain the order, which was held again. */
    private void knownAgain(Order order) {
        if (order.erp().isAcknowledged() && order.erp().mayBeOpen()) {
            stock.knownToErp(order.id(), clock.instant());
        }
    }

    private void outdated(Order order, Part part) {
        boolean isVoid = order.erp().isVoided();
        order.erp().endLease();
        if (isVoid) {
            leaveErpNumber(order);
            order.sendAnew();
            tellToSend(order, part);
        } else {
            knownAgain(order);
        }
        parts.settle(part.id(), State.OUTDATED, "", clock.instant());
        history.note(order, "order.part-outdated", OrderApprovals.PROCESS, "");
        notices.partOutdated(order, part.id());
    }

    @Override
    public void leave(long part) {
        open(part).ifPresent(it -> it.order().erp().endLease());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Part> ofOrder(String orderNumber) {
        return parts.ofOrder(orderNumber);
    }
}
