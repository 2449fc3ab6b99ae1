package io.mallhub.order.internal;

import io.mallhub.customer.LicenceGate.Verdict;
import io.mallhub.order.TimelineEntry;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.OneTrip;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.stereotype.Component;

/** What happened to orders, in their own words and with the evidence; written once. */
@Component
class OrderHistory {
    private static final String NOTE =
            """
            INSERT INTO order_timeline (order_number, at, what, by_name, detail)
            VALUES (:number, :at, :what, :by, :detail)
            """;

    /** Of one asking of the licence gate for a whole order, one verdict per line. */
    private static final String CHECK =
            """
            INSERT INTO order_licence_check (order_number, point, at, passed, verdicts)
            VALUES (:number, :point, :at, :passed, :verdicts)
            """;

    private final EntityManager entities;
    private final NamedParameterJdbcOperations jdbc;
    private final Clock clock;

    OrderHistory(EntityManager entities, NamedParameterJdbcOperations jdbc, Clock clock) {
        this.entities = entities;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of an order that was not written yet: it is, and then both refer to it in one trip. */
    void begin(Order order, Actor by, List<Verdict> verdicts) {
        entities.persist(order);
        entities.flush();
        Instant now = clock.instant();
        Map<String, Object> parameters = new HashMap<>();
        parameters.putAll(
                entry(order.number(), now, "order.submitted", by.name(), order.total().toString()));
        parameters.putAll(check(order.number(), now, "submit", verdicts));
        OneTrip.of(
                jdbc,
                NOTE + ";" + CHECK,
                parameters,
                results -> results.changed() + results.changed());
    }

    void note(Order order, String what, Actor by, String detail) {
        note(order.number(), what, by, detail);
    }

    void note(String number, String what, Actor by, String detail) {
        jdbc.update(NOTE, entry(number, clock.instant(), what, by.name(), detail));
    }

    /** With its entry in the timeline, of the same instant. */
    void keep(OrderChange change) {
        entities.persist(change);
        TimelineEntry entry = change.entry();
        jdbc.update(
                NOTE, entry(change.order(), entry.at(), entry.what(), entry.by(), entry.detail()));
    }

    private static Map<String, Object> entry(
            String number, Instant at, String what, String by, String detail) {
        return Map.of(
                "number",
                number,
                "at",
                Instants.parameter(at),
                "what",
                what,
                "by",
                by,
                "detail",
                detail);
    }

    /** Oldest first; most orders were never changed, and nothing is read of them. */
    List<OrderChange> changes(Order order) {
        if (order.revision() == 0) {
            return List.of();
        }
        return entities.createQuery(
                        "select c from OrderChange c where c.orderNumber = :number"
                                + " order by c.revision",
                        OrderChange.class)
                .setParameter("number", order.number())
                .getResultList();
    }

    void keep(Order order, String point, List<Verdict> verdicts) {
        jdbc.update(CHECK, check(order.number(), clock.instant(), point, verdicts));
    }

    private static Map<String, Object> check(
            String number, Instant at, String point, List<Verdict> verdicts) {
        return Map.of(
                "number",
                number,
                "at",
                Instants.parameter(at),
                "point",
                point,
                "passed",
                verdicts.stream().allMatch(Verdict::allowed),
                "verdicts",
                VerdictsText.of(verdicts));
    }

    List<TimelineEntry> timeline(String number) {
        return jdbc.query(
                """
                SELECT at, what, by_name, detail FROM order_timeline
                WHERE order_number = :number ORDER BY at, id
                """,
                Map.of("number", number),
                (row, place) ->
                        new TimelineEntry(
                                Instants.sure(row, 1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4)));
    }

    /** One per line of the order as it was then; empty when the gate was never asked. */
    List<Verdict> latestVerdicts(String number) {
        return jdbc
                .queryForList(
                        """
                        SELECT verdicts FROM order_licence_check
                        WHERE order_number = :number ORDER BY at DESC, id DESC LIMIT 1
                        """,
                        Map.of("number", number),
                        String.class)
                .stream()
                .map(VerdictsText::read)
                .findFirst()
                .orElse(List.of());
    }
}
