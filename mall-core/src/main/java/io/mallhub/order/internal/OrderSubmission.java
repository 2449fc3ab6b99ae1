package io.mallhub.order.internal;

import io.mallhub.coupon.Coupons;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.LicenceGate;
import io.mallhub.order.Explanation;
import io.mallhub.order.OrderSubmitted;
import io.mallhub.order.OrderTaken;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOrder;
import io.mallhub.order.SubmitOutcome;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.points.Points;
import io.mallhub.promotion.Budgets;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Money;
import io.mallhub.shared.OrderId;
import io.mallhub.stock.Stock;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Takes an order. Everything that may refuse it is asked first and writes nothing; then the order,
 * its money and its event are written with the hold that made it possible.
 */
@Component
class OrderSubmission {
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_NOTE = 1000;

    private final IdempotencyKeys keys;
    private final Customers customers;
    private final LicenceGate gate;
    private final OrderAssessment assessment;
    private final PriceLadder ladder;
    private final FlashLines flash;
    private final StockHolding holding;
    private final LicenceRefusals refusals;
    private final OrderNumbers numbers;
    private final OrderDiscounts discounts;
    private final OrderPayment money;
    private final Budgets budgets;
    private final Coupons coupons;
    private final Points points;
    private final Stock stock;
    private final OrderHistory history;
    private final OrderNotices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrderSubmission(
            IdempotencyKeys keys,
            Customers customers,
            LicenceGate gate,
            OrderAssessment assessment,
            PriceLadder ladder,
            FlashLines flash,
            StockHolding holding,
            LicenceRefusals refusals,
            OrderNumbers numbers,
            OrderDiscounts discounts,
            OrderPayment money,
            Budgets budgets,
            Coupons coupons,
            Points points,
            Stock stock,
            OrderHistory history,
            OrderNotices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.keys = keys;
        this.customers = customers;
        this.gate = gate;
        this.assessment = assessment;
        this.ladder = ladder;
        this.flash = flash;
        this.holding = holding;
        this.refusals = refusals;
        this.numbers = numbers;
        this.discounts = discounts;
        this.money = money;
        this.budgets = budgets;
        this.coupons = coupons;
        this.points = points;
        this.stock = stock;
        this.history = history;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    SubmitOutcome submit(SubmitOrder command) {
        String key = command.idempotencyKey();
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("An idempotency key has 1 to 100 characters");
        }
        String digest = ContentDigest.of(command);
        Optional<IdempotencyKeys.Earlier> earlier = keys.claim(command.company(), key);
        if (earlier.isPresent()) {
            return earlier.get().contentDigest().equals(digest)
                    ? new SubmitOutcome.Submitted(earlier.get().orderNumber(), true)
                    : new SubmitOutcome.KeyReusedForOtherContent(earlier.get().orderNumber());
        }
        if (isOnBehalf(command) && !sells(command)) {
            return refused("order.not-your-customer", "");
        }
        if (isOnBehalf(command) && spends(command)) {
            return refused("order.not-your-money", "");
        }
        Optional<LineProblem> malformed = malformed(command);
        if (malformed.isPresent()) {
            return new SubmitOutcome.Refused(List.of(malformed.get()));
        }
        return gate.open(command.company())
                .map(buyer -> takeOrRefuse(command, digest, buyer))
                .orElseGet(() -> refused("customer.unknown", command.company().toString()));
    }

    private static boolean isOnBehalf(SubmitOrder command) {
        return command.by().kind() == Actor.Kind.STAFF && command.exchange() == null;
    }

    /** For a company orders itself, or whoever sells to it. */
    private boolean sells(SubmitOrder command) {
        return customers
                .salespersonOf(command.company())
                .filter(it -> it.equalsIgnoreCase(command.by().id()))
                .isPresent();
    }

    /** What a company has with the mall already, only its own people give away. */
    private static boolean spends(SubmitOrder command) {
        return command.payment() == PaymentMethod.PREPAID
                || !command.coupons().isEmpty()
                || command.points() > 0;
    }

    private SubmitOutcome takeOrRefuse(SubmitOrder command, String digest, LicenceGate.Case buyer) {
        // What replaces goods is no new offer.
        List<AssessedLine> assessed =
                command.exchange() == null
                        ? assessment.offered(buyer, command.lines())
                        : assessment.assess(buyer, command.lines());
        OrderId id = new OrderId(UUID.randomUUID());
        List<LineProblem> problems = new ArrayList<>();
        money.objection(buyer.customer(), command.payment()).ifPresent(problems::add);
        assessed.forEach(line -> problems.addAll(line.problems()));
        Discounted discounted = Discounted.nothing(assessed);
        if (problems.isEmpty()) {
            discounted = discounts.of(buyer, assessed, command);
            problems.addAll(discounted.useless());
            changedSinceSeen(command, discounted).ifPresent(problems::add);
        }
        if (problems.isEmpty()) {
            money.foresee(buyer.customer().id(), command.payment(), discounted.total())
                    .ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            problems.addAll(
                    holding.foresee(
                            OrderAssessment.demand(command.lines()),
                            command.lines(),
                            flash.left(assessed)));
            refusals.keep(command.company(), command.by(), assessed);
            return new SubmitOutcome.Refused(problems);
        }
        return holdAndTake(command, digest, buyer.customer(), id, discounted);
    }

    /** Quotas of flash sales first, then the stock: whoever locks both locks them like this. */
    private SubmitOutcome holdAndTake(
            SubmitOrder command,
            String digest,
            CustomerView customer,
            OrderId id,
            Discounted discounted) {
        FlashLines.Taking taking = flash.take(id, customer.id(), discounted.lines());
        if (taking.isRefused()) {
            return new SubmitOutcome.Refused(taking.problems());
        }
        Discounted taken =
                discounted.with(taking.lines(), discounted.benefits(), discounted.useless());
        List<LineProblem> problems = hold(id, taken, taking, command);
        SubmitOutcome outcome =
                problems.isEmpty()
                        ? take(command, digest, customer, id, taken)
                        : new SubmitOutcome.Refused(problems);
        if (outcome instanceof SubmitOutcome.Refused) {
            flash.undo(id, taking);
        }
        return outcome;
    }

    /** The buyer reckons with what he saw, gifts included. */
    private static Optional<LineProblem> changedSinceSeen(
            SubmitOrder command, Discounted discounted) {
        return command.seen() == null || command.seen().equals(discounted.seen())
                ? Optional.empty()
                : Optional.of(
                        new LineProblem(
                                -1,
                                null,
                                "order.changed-since-seen",
                                discounted.total().toString()));
    }

    /** A gift that another order took just now is no line of the buyer's. */
    private List<LineProblem> hold(
            OrderId id, Discounted discounted, FlashLines.Taking taking, SubmitOrder command) {
        List<SubmitOrder.Line> goods = discounted.goods();
        return holding.hold(id, OrderAssessment.demand(goods), taking.fences(), goods).stream()
                .map(
                        it ->
                                it.line() < command.lines().size()
                                        ? it
                                        : new LineProblem(
                                                -1,
                                                null,
                                                "promotion.gift-gone-now",
                                                discounted.code(it.line())))
                .distinct()
                .toList();
    }

    private SubmitOutcome take(
            SubmitOrder command,
            String digest,
            CustomerView customer,
            OrderId id,
            Discounted discounted) {
        List<AssessedLine> lines = discounted.lines();
        Instant now = clock.instant();
        Order order =
                new Order(
                        id,
                        numbers.next(now),
                        customer.id(),
                        customer.company().name(),
                        new Submission(
                                command.by().kind(),
                                command.by().id(),
                                command.by().name(),
                                now,
                                command.idempotencyKey(),
                                digest,
                                command.channel()),
                        command.deliveryNote(),
                        command.payment(),
                        ladder.sold(customer.viewer(), lines),
                        discounted.benefits(),
                        Explanation.of(discounted.promotions()));
        Optional<LineProblem> refused = keep(order, discounted, command.by());
        if (refused.isPresent()) {
            stock.release(id); // another order was quicker since it was foreseen
            return new SubmitOutcome.Refused(List.of(refused.get()));
        }
        history.begin(order, command.by(), lines.stream().map(AssessedLine::verdict).toList());
        if (command.exchange() == null) {
            events.publishEvent(
                    new OrderTaken(
                            order.number(),
                            order.customer(),
                            command.by(),
                            now,
                            command.lines().stream()
                                    .map(SubmitOrder.Line::product)
                                    .collect(Collectors.toSet())));
        }
        if (isOnBehalf(command)) {
            notices.placedOnBehalf(order);
        }
        events.publishEvent(new OrderSubmitted(order.number()));
        return new SubmitOutcome.Submitted(order.number(), false);
    }

    /** Budgets, coupons, points and money, all or none. */
    private Optional<LineProblem> keep(Order order, Discounted discounted, Actor by) {
        Optional<LineProblem> refused =
                keepBudgets(order, discounted)
                        .or(() -> keepCoupons(order, discounted, by))
                        .or(() -> discounted.points().flatMap(it -> keepPoints(order, it, by)))
                        .or(() -> money.reserve(order));
        if (refused.isPresent() && !discounted.benefits().isEmpty()) {
            coupons.giveBack(order.number(), refused.get().problem(), by);
            points.giveBack(order.number(), refused.get().problem(), by);
            budgets.giveBack(order.number());
        }
        return refused;
    }

    private Optional<LineProblem> keepBudgets(Order order, Discounted discounted) {
        Map<String, Money> given = discounted.byPromotion();
        return given.isEmpty()
                ? Optional.empty()
                : budgets.take(order.number(), order.customer(), given)
                        .map(rule -> new LineProblem(-1, null, "promotion.gone-now", rule));
    }

    private Optional<LineProblem> keepCoupons(Order order, Discounted discounted, Actor by) {
        return !discounted.coupons().isEmpty()
                        && coupons.hold(order.customer(), order.number(), discounted.coupons(), by)
                                instanceof Coupons.HoldOutcome.Refused refused
                ? Optional.of(new LineProblem(-1, null, refused.key(), refused.detail()))
                : Optional.empty();
    }

    private Optional<LineProblem> keepPoints(Order order, OrderBenefit part, Actor by) {
        Points.HoldOutcome held =
                points.hold(order.customer(), order.number(), part.points(), part.version(), by);
        return held instanceof Points.HoldOutcome.TooFew few
                ? Optional.of(
                        new LineProblem(
                                -1,
                                null,
                                "points.too-few",
                                part.points() + " > " + few.available()))
                : Optional.empty();
    }

    private static Optional<LineProblem> malformed(SubmitOrder command) {
        if (command.lines().isEmpty()) {
            return Optional.of(new LineProblem(-1, null, "order.no-lines", ""));
        }
        if (command.lines().size() > SubmitOrder.MOST_LINES) {
            String detail = command.lines().size() + " > " + SubmitOrder.MOST_LINES;
            return Optional.of(new LineProblem(-1, null, "order.too-many-lines", detail));
        }
        if (command.coupons().size() > SubmitOrder.MOST_COUPONS) {
            String detail = command.coupons().size() + " > " + SubmitOrder.MOST_COUPONS;
            return Optional.of(new LineProblem(-1, null, "order.too-many-coupons", detail));
        }
        if (command.deliveryNote().length() > LONGEST_NOTE) {
            String detail = command.deliveryNote().length() + " > " + LONGEST_NOTE;
            return Optional.of(new LineProblem(-1, null, "order.note-too-long", detail));
        }
        return Optional.empty();
    }

    private static SubmitOutcome refused(String problem, String detail) {
        return new SubmitOutcome.Refused(List.of(new LineProblem(-1, null, problem, detail)));
    }
}
