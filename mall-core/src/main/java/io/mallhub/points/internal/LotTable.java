package io.mallhub.points.internal;

import io.mallhub.points.Points.Ending;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.MallTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was earned together and ends together. Everything here happens under the account's lock. */
@Component
class LotTable {
    private final JdbcClient jdbc;

    LotTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A lot with something left, or an order's use of one. */
    private record Part(long lot, long points) {}

    /**
     * @param remaining of the points, less than all where the company owed some
     */
    void open(CustomerId company, String order, long points, long remaining, Instant until) {
        jdbc.sql(
                        """
                        INSERT INTO points_lot (company_id, order_number, points, remaining,
                            valid_until)
                        VALUES (:company, :order, :points, :remaining, :until)
                        """)
                .param("company", company.value())
                .param("order", order)
                .param("points", points)
                .param("remaining", remaining)
                .param("until", Instants.parameter(until))
                .update();
    }

    /** For an order, those that end first in front. The caller knows that there are so many. */
    void spend(CustomerId company, String order, long points) {
        for (Part part : taken(company, "", points)) {
            jdbc.sql(
                            """
                            INSERT INTO points_lot_use (order_number, lot_id, points)
                            VALUES (:order, :lot, :points)
                            """)
                    .param("order", order)
                    .param("lot", part.lot())
                    .param("points", part.points())
                    .update();
        }
    }

    /**
     * Those that end first in front; nobody gives them back. The caller knows there are so many.
     */
    void spendForGood(CustomerId company, long points) {
        taken(company, "", points);
    }

    /** First those that this order earned, then those that end first; as many as there are. */
    void takeBack(CustomerId company, String earnedBy, long points) {
        taken(company, earnedBy, points);
    }

    private List<Part> taken(CustomerId company, String firstOf, long points) {
        return jdbc.sql(
                        """
                        WITH running AS (
                            SELECT id, remaining, coalesce(sum(remaining) OVER (
                                ORDER BY order_number = :first DESC, valid_until, id
                                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before
                            FROM points_lot WHERE company_id = :company AND remaining > 0),
                        part AS (
                            SELECT id, least(remaining, :points - before) AS points
                            FROM running WHERE before < :points)
                        UPDATE points_lot l SET remaining = l.remaining - part.points
                        FROM part WHERE l.id = part.id
                        RETURNING l.id, part.points
                        """)
                .param("company", company.value())
                .param("first", firstOf)
                .param("points", points)
                .query((row, number) -> new Part(row.getLong(1), row.getLong(2)))
                .list();
    }

    /**
     * An order gives points back to the lots it took them from, to those that end last first.
     *
     * @param points that the order uses no longer
     * @param owed so many of them the company owed: they go into no lot
     */
    void giveBack(String order, long points, long owed) {
        List<Part> uses =
                jdbc.sql(
                                """
                                SELECT u.lot_id, u.points FROM points_lot_use u
                                JOIN points_lot l ON l.id = u.lot_id
                                WHERE u.order_number = :order AND u.points > 0
                                ORDER BY l.valid_until DESC, l.id DESC
                                """)
                        .param("order", order)
                        .query((row, number) -> new Part(row.getLong(1), row.getLong(2)))
                        .list();
        long left = points;
        long debt = owed;
        for (Part use : uses) {
            long back = Math.min(left, use.points());
            long paid = Math.min(debt, back);
            giveBack(order, use.lot(), back, back - paid);
            left -= back;
            debt -= paid;
        }
        if (left > 0) {
            throw new IllegalStateException(
                    "Order " + order + " uses " + (points - left) + " points, not " + points);
        }
    }

    private void giveBack(String order, long lot, long unused, long refilled) {
        jdbc.sql(
                        """
                        WITH unused AS (
                            UPDATE points_lot_use SET points = points - :unused
                            WHERE order_number = :order AND lot_id = :lot)
                        UPDATE points_lot SET remaining = remaining + :refilled WHERE id = :lot
                        """)
                .param("order", order)
                .param("lot", lot)
                .param("unused", unused)
                .param("refilled", refilled)
                .update();
    }

    /** Returns how many points had ended. */
    long end(CustomerId company, Instant now) {
        return jdbc.sql(
                        """
                        WITH due AS (
                            SELECT id, remaining FROM points_lot
                            WHERE company_id = :company AND remaining > 0 AND valid_until <= :now),
                        ended AS (
                            UPDATE points_lot SET remaining = 0 WHERE id IN (SELECT id FROM due))
                        SELECT coalesce(sum(remaining), 0) FROM due
                        """)
                .param("company", company.value())
                .param("now", Instants.parameter(now))
                .query(Long.class)
                .single();
    }

    List<CustomerId> withEnded(Instant now, int atMost) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT company_id FROM points_lot
                        WHERE remaining > 0 AND valid_until <= :now
                        ORDER BY company_id LIMIT :most
                        """)
                .param("now", Instants.parameter(now))
                .param("most", atMost)
                .query((row, number) -> new CustomerId(row.getObject(1, UUID.class)))
                .list();
    }

    Optional<Ending> firstEnding(CustomerId company, Instant now) {
        return jdbc.sql(
                        """
                        SELECT sum(remaining), valid_until FROM points_lot
                        WHERE company_id = :company AND remaining > 0 AND valid_until > :now
                        GROUP BY valid_until ORDER BY valid_until LIMIT 1
                        """)
                .param("company", company.value())
                .param("now", Instants.parameter(now))
                .query(
                        (row, number) ->
                                new Ending(
                                        row.getLong(1),
                                        MallTime.dateOf(Instants.sure(row, 2).minusMillis(1))))
                .optional();
    }

    record Told(CustomerId company, Ending ending) {}

    /** Those nobody was told of yet; from here on somebody was. */
    List<Told> ending(Instant now, Instant before, int atMost) {
        return jdbc.sql(
                        """
                        WITH due AS (
                            SELECT company_id, valid_until FROM points_lot
                            WHERE remaining > 0 AND valid_until > :now AND valid_until <= :before
                                AND reminded_at IS NULL
                            GROUP BY company_id, valid_until
                            ORDER BY valid_until, company_id LIMIT :most),
                        told AS (
                            UPDATE points_lot l SET reminded_at = :now FROM due
                            WHERE l.company_id = due.company_id AND l.valid_until = due.valid_until
                            RETURNING l.company_id, l.valid_until, l.remaining)
                        SELECT company_id, valid_until, sum(remaining) AS points FROM told
                        GROUP BY company_id, valid_until ORDER BY valid_until, company_id
                        """)
                .param("now", Instants.parameter(now))
                .param("before", Instants.parameter(before))
                .param("most", atMost)
                .query(
                        (row, number) ->
                                new Told(
                                        new CustomerId(row.getObject("company_id", UUID.class)),
                                        new Ending(
                                                row.getLong("points"),
                                                MallTime.dateOf(
                                                        Instants.sure(row, "valid_until")
                                                                .minusMillis(1)))))
                .list();
    }
}
