package io.mallhub.returns.internal;

import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.returns.ReturnSubmitted;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.ReturnableLine;
import io.mallhub.returns.SubmitReturn;
import io.mallhub.returns.SubmitReturnOutcome;
import io.mallhub.returns.SubmitReturnOutcome.LineProblem;
import io.mallhub.shared.MallTime;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Takes a return: bound to what was shipped, once per key, never more than was shipped. */
@Component
class ReturnSubmission {
    private static final int LONGEST_KEY = 100;

    private final Orders orders;
    private final ShippedGoods shipped;
    private final Claims claims;
    private final PhotoTable photos;
    private final ReturnHistory history;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReturnSubmission(
            Orders orders,
            ShippedGoods shipped,
            Claims claims,
            PhotoTable photos,
            ReturnHistory history,
            EntityManager entities,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.orders = orders;
        this.shipped = shipped;
        this.claims = claims;
        this.photos = photos;
        this.history = history;
        this.entities = entities;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    SubmitReturnOutcome submit(SubmitReturn asked) {
        mustBeAKey(asked.idempotencyKey());
        String digest = ReturnDigest.of(asked);
        Optional<Earlier> earlier = earlier(asked);
        if (earlier.isPresent()) {
            return earlier.get().digest().equals(digest)
                    ? new SubmitReturnOutcome.Submitted(earlier.get().number(), true)
                    : new SubmitReturnOutcome.KeyReusedForOtherContent();
        }
        return orders.orderOf(asked.company(), asked.orderNumber())
                .map(order -> submit(asked, digest, order))
                .orElseGet(
                        () ->
                                new SubmitReturnOutcome.Refused(
                                        List.of(
                                                new LineProblem(
                                                        -1,
                                                        "return.unknown-order",
                                                        asked.orderNumber()))));
    }

    static void mustBeAKey(String key) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("An idempotency key has 1 to 100 characters");
        }
    }

    private SubmitReturnOutcome submit(SubmitReturn asked, String digest, OrderView order) {
        ReturnChecks.Result checked = ReturnChecks.of(asked, shipped.of(order));
        List<LineProblem> problems = new ArrayList<>(checked.problems());
        UUID id = UUID.randomUUID();
        if (problems.isEmpty()) {
            problems.addAll(claimed(asked, checked.goods()));
        }
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        ReturnRequest taken = take(asked, digest, order, id, checked.goods());
        List<LineProblem> used = tracesUsed(asked, id);
        if (!used.isEmpty()) {
            return refused(used);
        }
        photos.submitted(asked.company(), asked.idempotencyKey(), id);
        history.keep(taken, ReturnView.Kind.SUBMITTED, true, asked.note(), asked.by());
        history.note(taken, "return.submitted", asked.by(), asked.reason().name());
        events.publishEvent(new ReturnSubmitted(taken.number()));
        return new SubmitReturnOutcome.Submitted(taken.number(), false);
    }

    private List<LineProblem> claimed(SubmitReturn asked, List<ReturnableLine> goods) {
        List<LineProblem> problems = new ArrayList<>();
        for (int i = 0; i < goods.size(); i++) {
            ReturnableLine line = goods.get(i);
            if (!claims.claim(order(asked), line, asked.lines().get(i).quantity())) {
                problems.add(
                        new LineProblem(i, "return.more-than-shipped", line.left().toString()));
            }
        }
        return problems;
    }

    private List<LineProblem> tracesUsed(SubmitReturn asked, UUID id) {
        List<LineProblem> problems = new ArrayList<>();
        for (int i = 0; i < asked.lines().size(); i++) {
            for (String code : claims.takeTraceCodes(id, asked.lines().get(i).traceCodes())) {
                problems.add(new LineProblem(i, "return.trace-used", code));
            }
        }
        return problems;
    }

    private ReturnRequest take(
            SubmitReturn asked,
            String digest,
            OrderView order,
            UUID id,
            List<ReturnableLine> goods) {
        Instant now = clock.instant();
        List<ReturnLine> lines = new ArrayList<>();
        for (int i = 0; i < goods.size(); i++) {
            SubmitReturn.Line line = asked.lines().get(i);
            lines.add(new ReturnLine(goods.get(i), line.quantity(), line.traceCodes()));
        }
        Origin origin =
                new Origin(
                        asked.by().kind(),
                        asked.by().id(),
                        asked.by().name(),
                        now,
                        asked.idempotencyKey(),
                        digest);
        ReturnRequest taken =
                new ReturnRequest(id, number(now), order.customerName(), asked, origin, lines);
        entities.persist(taken);
        entities.flush(); // what is written past the entity manager refers to it
        return taken;
    }

    private String number(Instant now) {
        long digits = jdbc.sql("SELECT nextval('return_number')").query(Long.class).single();
        return "RT"
                + DateTimeFormatter.BASIC_ISO_DATE.format(MallTime.dateOf(now))
                + "%06d".formatted(digits);
    }

    /** Nothing of a refused return stays, claims least of all. */
    private static SubmitReturnOutcome refused(List<LineProblem> problems) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new SubmitReturnOutcome.Refused(problems);
    }

    private static String order(SubmitReturn asked) {
        return asked.orderNumber();
    }

    private record Earlier(String number, String digest) {}

    /** Submits with one key go one after the other; the later ones find what the first made. */
    private Optional<Earlier> earlier(SubmitReturn asked) {
        photos.lock(asked.company(), asked.idempotencyKey());
        return jdbc.sql(
                        """
                        SELECT number, content_digest FROM return_request
                        WHERE customer_id = :customer AND idempotency_key = :key
                        """)
                .param("customer", asked.company().value())
                .param("key", asked.idempotencyKey())
                .query((row, place) -> new Earlier(row.getString(1), row.getString(2)))
                .optional();
    }
}
