package io.mallhub.coupon.internal;

import io.mallhub.coupon.CouponEntry;
import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponState;
import io.mallhub.coupon.CouponView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Coupons and their append-only ledger: a coupon changes only together with the entry that says so.
 */
@Component
class CouponTable {
    private static final String VIEW =
            "SELECT c.number, c.company_id, c.company_name, c.given_at, c.valid_from,"
                    + " c.valid_until, c.state, c.order_number, "
                    + KindColumns.SELECTED
                    + " FROM coupon c JOIN coupon_kind k ON k.code = c.kind_code"
                    + " JOIN coupon_kind_version v"
                    + " ON v.code = c.kind_code AND v.version = c.kind_version ";

    private static final String UNPROVEN =
            """
            SELECT c.number FROM coupon c
            LEFT JOIN LATERAL (SELECT kind, state_after, document FROM coupon_entry
                WHERE coupon_number = c.number ORDER BY sequence DESC LIMIT 1) last ON true
            WHERE last.state_after IS DISTINCT FROM c.state
                OR (c.order_number IS NOT NULL AND last.document <> c.order_number)
            UNION
            SELECT coupon_number FROM (SELECT coupon_number, state_before,
                    lag(state_after) OVER (PARTITION BY coupon_number ORDER BY sequence) AS earlier
                FROM coupon_entry) chain
            WHERE state_before IS DISTINCT FROM earlier
            UNION
            SELECT k.code FROM coupon_kind k
            LEFT JOIN (SELECT c.kind_code, count(*) FILTER (WHERE e.kind = 'CLAIM') AS issued,
                    count(*) FILTER (WHERE e.kind = 'USE')
                        - count(*) FILTER (WHERE e.state_before = 'USED') AS used
                FROM coupon c JOIN coupon_entry e ON e.coupon_number = c.number
                GROUP BY c.kind_code) sums ON sums.kind_code = k.code
            WHERE k.issued <> coalesce(sums.issued, 0) OR k.used <> coalesce(sums.used, 0)
            ORDER BY 1
            """;

    private final JdbcClient jdbc;

    CouponTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new coupon of the kind, with its first entry. */
    CouponView give(CouponKind kind, Gift gift, Instant now) {
        String number =
                "CP"
                        + DateTimeFormatter.BASIC_ISO_DATE.format(MallTime.dateOf(now))
                        + "%06d"
                                .formatted(
                                        jdbc.sql("SELECT nextval('coupon_number')")
                                                .query(Long.class)
                                                .single());
        CouponView coupon =
                new CouponView(
                        number,
                        kind,
                        gift.company(),
                        gift.companyName(),
                        now,
                        kind.validity().from(now),
                        kind.validity().until(now),
                        CouponState.FREE,
                        null);
        jdbc.sql(
                        """
                        INSERT INTO coupon (number, kind_code, kind_version, company_id,
                            company_name, given_for, given_at, valid_from, valid_until, state)
                        VALUES (:number, :code, :version, :company, :name, :givenFor, :now, :from,
                            :until, 'FREE')
                        """)
                .param("number", number)
                .param("code", kind.code())
                .param("version", kind.version())
                .param("company", gift.company().value())
                .param("name", gift.companyName())
                .param("givenFor", gift.givenFor())
                .param("now", Instants.parameter(now))
                .param("from", Instants.parameter(coupon.from()))
                .param("until", Instants.parameter(coupon.until()))
                .update();
        append(
                number,
                CouponEntry.Kind.CLAIM,
                gift.givenFor(),
                null,
                CouponState.FREE,
                "claim",
                gift.note(),
                gift.by(),
                now);
        return coupon;
    }

    /**
     * @param givenFor names the occasion; the same one gives no second coupon of a kind
     * @param points for which the company wants it, 0 for nothing
     */
    record Gift(
            CustomerId company,
            String companyName,
            String givenFor,
            long points,
            String note,
            Actor by) {}

    /** The coupon goes where the entry says; it has to be locked. */
    void move(CouponView coupon, Move move, Instant now) {
        jdbc.sql("UPDATE coupon SET state = :state, order_number = :order WHERE number = :number")
                .param("state", move.after().name())
                .param("order", move.order())
                .param("number", coupon.number())
                .update();
        append(
                coupon.number(),
                move.kind(),
                move.document(),
                coupon.state(),
                move.after(),
                move.key(),
                move.note(),
                move.by(),
                now);
    }

    /**
     * @param order that has the coupon after it
     */
    record Move(
            CouponEntry.Kind kind,
            String document,
            CouponState after,
            @Nullable String order,
            String note,
            Actor by) {
        static Move hold(String order, Actor by) {
            return new Move(CouponEntry.Kind.HOLD, order, CouponState.HELD, order, "", by);
        }

        static Move use(String order, Actor by) {
            return new Move(CouponEntry.Kind.USE, order, CouponState.USED, order, "", by);
        }

        static Move release(String order, String reason, Actor by) {
            return new Move(CouponEntry.Kind.RELEASE, order, CouponState.FREE, null, reason, by);
        }

        static Move expire(String day, Actor by) {
            return new Move(CouponEntry.Kind.EXPIRE, day, CouponState.EXPIRED, null, "", by);
        }

        String key() {
            return kind.name().toLowerCase(Locale.ROOT) + "/" + document;
        }
    }

    private void append(
            String number,
            CouponEntry.Kind kind,
            String document,
            @Nullable CouponState before,
            CouponState after,
            String key,
            String note,
            Actor by,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO coupon_entry (coupon_number, kind, document, state_before,
                            state_after, at, by_actor, note, idempotency_key)
                        VALUES (:number, :kind, :document, :before, :after, :now, :by, :note, :key)
                        """)
                .param("number", number)
                .param("kind", kind.name())
                .param("document", document)
                .param("before", before == null ? null : before.name())
                .param("after", after.name())
                .param("now", Instants.parameter(now))
                .param("by", by.id())
                .param("note", note)
                .param("key", key)
                .update();
    }

    Optional<CouponView> find(String number) {
        return jdbc.sql(VIEW + "WHERE c.number = :number")
                .param("number", number)
                .query(CouponTable::view)
                .optional();
    }

    Optional<CouponView> givenFor(String kind, CustomerId company, String givenFor) {
        return jdbc.sql(
                        VIEW
                                + "WHERE c.kind_code = :kind AND c.company_id = :company"
                                + " AND c.given_for = :givenFor")
                .param("kind", kind)
                .param("company", company.value())
                .param("givenFor", givenFor)
                .query(CouponTable::view)
                .optional();
    }

    /** How many of each kind the company ever got. */
    Map<String, Integer> countsOf(CustomerId company, Collection<String> kinds) {
        Map<String, Integer> counts = new HashMap<>();
        if (!kinds.isEmpty()) {
            jdbc.sql(
                            """
                            SELECT kind_code, count(*) AS given FROM coupon
                            WHERE kind_code IN (:kinds) AND company_id = :company GROUP BY kind_code
                            """)
                    .param("kinds", kinds)
                    .param("company", company.value())
                    .query(
                            (row, number) ->
                                    counts.put(row.getString("kind_code"), row.getInt("given")))
                    .list();
        }
        return counts;
    }

    /** In the order of their numbers; those that don't exist are missing. */
    List<CouponView> of(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql(VIEW + "WHERE c.number IN (:numbers) ORDER BY c.number")
                        .param("numbers", numbers)
                        .query(CouponTable::view)
                        .list();
    }

    List<CouponView> ofOrder(String order) {
        return jdbc.sql(VIEW + "WHERE c.order_number = :order ORDER BY c.number")
                .param("order", order)
                .query(CouponTable::view)
                .list();
    }

    /** What an order earned that has not expired. */
    List<CouponView> earned(CustomerId company, String order) {
        return earned(company, order, "");
    }

    /** The same; they stand still until the end of the transaction. */
    List<CouponView> lockEarned(CustomerId company, String order) {
        return earned(company, order, " FOR UPDATE OF c");
    }

    private List<CouponView> earned(CustomerId company, String order, String locking) {
        return jdbc.sql(
                        VIEW
                                + "WHERE c.company_id = :company AND c.given_for = :order"
                                + " AND k.way = 'REPURCHASE' AND c.state <> 'EXPIRED'"
                                + " ORDER BY c.number"
                                + locking)
                .param("company", company.value())
                .param("order", order)
                .query(CouponTable::view)
                .list();
    }

    /** Should it be free again, it is over. */
    void endsBy(CouponView coupon, Instant now) {
        jdbc.sql(
                        "UPDATE coupon SET valid_until ="
                                + " greatest(:now, valid_from + interval '1 microsecond')"
                                + " WHERE number = :number")
                .param("now", Instants.parameter(now))
                .param("number", coupon.number())
                .update();
    }

    /** These, and whatever the order has, stand still until the end of the transaction. */
    List<CouponView> lock(Collection<String> numbers, String order) {
        List<String> some = List.copyOf(numbers);
        return jdbc.sql(
                        VIEW
                                + "WHERE c.number = ANY (:numbers) OR c.order_number = :order"
                                + " ORDER BY c.number FOR UPDATE OF c")
                .param("numbers", some.toArray(String[]::new))
                .param("order", order)
                .query(CouponTable::view)
                .list();
    }

    /** Free ones whose time was over then; they stand still until the end of the transaction. */
    List<CouponView> lockOver(Instant now, int atMost) {
        return jdbc.sql(
                        VIEW
                                + "WHERE c.state = 'FREE' AND c.valid_until <= :now"
                                + " ORDER BY c.valid_until, c.number LIMIT :size"
                                + " FOR UPDATE OF c SKIP LOCKED")
                .param("now", Instants.parameter(now))
                .param("size", atMost)
                .query(CouponTable::view)
                .list();
    }

    /** It gave coupons back once. */
    boolean hasReleased(String order) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM coupon_entry"
                                + " WHERE document = :order AND kind = 'RELEASE')")
                .param("order", order)
                .query(Boolean.class)
                .single();
    }

    Page<CouponView> ofCompany(CustomerId company, CouponState state, PageRequest page) {
        String order =
                state == CouponState.FREE
                        ? "c.valid_until, c.number"
                        : "c.valid_until DESC, c.number DESC";
        return page(
                "WHERE c.company_id = :company AND c.state = :state",
                order,
                Map.of("company", company.value(), "state", state.name()),
                page);
    }

    Page<CouponView> ofKind(String code, @Nullable CouponState state, PageRequest page) {
        return page(
                "WHERE c.kind_code = :code" + (state == null ? "" : " AND c.state = :state"),
                "c.given_at DESC, c.number DESC",
                Map.of("code", code, "state", state == null ? "" : state.name()),
                page);
    }

    private Page<CouponView> page(
            String where, String order, Map<String, ?> params, PageRequest page) {
        long counted =
                jdbc.sql(
                                "SELECT count(*) FROM (SELECT FROM coupon c "
                                        + where
                                        + " LIMIT :most) AS counted")
                        .params(params)
                        .param("most", Page.MOST_COUNTED + 1)
                        .query(Long.class)
                        .single();
        List<CouponView> items =
                jdbc.sql(VIEW + where + " ORDER BY " + order + " LIMIT :size OFFSET :offset")
                        .params(params)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(CouponTable::view)
                        .list();
        return Page.ofLong(items, page, counted);
    }

    Map<CouponState, Long> counts(CustomerId company) {
        Map<CouponState, Long> counts = new EnumMap<>(CouponState.class);
        jdbc.sql("SELECT state, count(*) FROM coupon WHERE company_id = :company GROUP BY state")
                .param("company", company.value())
                .query(
                        (row, number) ->
                                counts.put(CouponState.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return counts;
    }

    List<CouponEntry> entries(String number) {
        return jdbc.sql(
                        """
                        SELECT sequence, kind, document, state_before, state_after, at, by_actor,
                            note
                        FROM coupon_entry WHERE coupon_number = :number ORDER BY sequence
                        """)
                .param("number", number)
                .query(CouponTable::entry)
                .list();
    }

    /** Free coupons of one company that end together. */
    record Ending(CustomerId company, Instant until, long count) {}

    /** Those nobody was told of yet, given more than a day ago; from here on somebody was. */
    List<Ending> ending(Instant now, Instant before, int atMost) {
        return jdbc.sql(
                        """
                        WITH due AS (
                            SELECT company_id, valid_until FROM coupon
                            WHERE state = 'FREE' AND valid_until > :now AND valid_until <= :before
                                AND reminded_at IS NULL AND given_at < :yesterday
                            GROUP BY company_id, valid_until
                            ORDER BY valid_until, company_id LIMIT :most),
                        told AS (
                            UPDATE coupon c SET reminded_at = :now FROM due
                            WHERE c.company_id = due.company_id AND c.valid_until = due.valid_until
                                AND c.state = 'FREE'
                            RETURNING c.company_id, c.valid_until)
                        SELECT company_id, valid_until, count(*) AS coupons FROM told
                        GROUP BY company_id, valid_until ORDER BY valid_until, company_id
                        """)
                .param("now", Instants.parameter(now))
                .param("before", Instants.parameter(before))
                .param("yesterday", Instants.parameter(now.minusSeconds(86_400)))
                .param("most", atMost)
                .query(
                        (row, number) ->
                                new Ending(
                                        new CustomerId(row.getObject("company_id", UUID.class)),
                                        Instants.sure(row, "valid_until"),
                                        row.getLong("coupons")))
                .list();
    }

    /** Returns false for a company that was welcomed before. */
    boolean welcomes(CustomerId company, String document, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO coupon_newcomer (company_id, document, at)
                                VALUES (:company, :document, :now) ON CONFLICT DO NOTHING
                                """)
                        .param("company", company.value())
                        .param("document", document)
                        .param("now", Instants.parameter(now))
                        .update()
                == 1;
    }

    /** Coupons and kinds that don't show what their entries say. */
    List<String> unproven() {
        return jdbc.sql(UNPROVEN).query(String.class).list();
    }

    private static CouponView view(ResultSet row, int number) throws SQLException {
        return new CouponView(
                row.getString("number"),
                KindColumns.kind(row),
                new CustomerId(row.getObject("company_id", UUID.class)),
                row.getString("company_name"),
                Instants.sure(row, "given_at"),
                Instants.sure(row, "valid_from"),
                Instants.sure(row, "valid_until"),
                CouponState.valueOf(row.getString("state")),
                row.getString("order_number"));
    }

    private static CouponEntry entry(ResultSet row, int number) throws SQLException {
        String before = row.getString("state_before");
        return new CouponEntry(
                row.getLong("sequence"),
                CouponEntry.Kind.valueOf(row.getString("kind")),
                row.getString("document"),
                before == null ? null : CouponState.valueOf(before),
                CouponState.valueOf(row.getString("state_after")),
                Instants.sure(row, "at"),
                row.getString("by_actor"),
                row.getString("note"));
    }
}
