package io.mallhub.coupon.internal;

import io.mallhub.coupon.CouponDiscount;
import io.mallhub.coupon.CouponKind;
import io.mallhub.coupon.CouponKinds.KindView;
import io.mallhub.coupon.CouponKinds.PutKind;
import io.mallhub.coupon.CouponValidity;
import io.mallhub.coupon.CouponWay;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of kinds and of their versions. */
@Component
class KindTable {
    private static final String VIEW =
            "SELECT "
                    + KindColumns.SELECTED
                    + ", k.issued, k.used, k.stopped_at, k.stopped_by, k.stop_reason"
                    + " FROM coupon_kind k JOIN coupon_kind_version v"
                    + " ON v.code = k.code AND v.version = k.version ";

    private final JdbcClient jdbc;

    KindTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From here to the end of the transaction nobody else gives coupons of this kind. */
    Optional<KindView> lock(String code) {
        boolean there =
                jdbc.sql("SELECT true FROM coupon_kind WHERE code = :code FOR UPDATE")
                        .param("code", code)
                        .query(Boolean.class)
                        .optional()
                        .isPresent();
        return there ? find(code) : Optional.empty();
    }

    Optional<KindView> find(String code) {
        return jdbc.sql(VIEW + "WHERE k.code = :code")
                .param("code", code)
                .query(KindTable::view)
                .optional();
    }

    /** The one that is given for it now. */
    Optional<KindView> byTyped(String typed) {
        return jdbc.sql(VIEW + "WHERE k.typed = :typed AND k.stopped_at IS NULL")
                .param("typed", typed)
                .query(KindTable::view)
                .optional();
    }

    /** Of those that want the same code at once the later ones wait here for the first. */
    void taking(String typed) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:typed, 236))")
                .param("typed", typed)
                .query((row, number) -> true)
                .single();
    }

    /** Code and name of a kind that names the merchandise category, or of a coupon's version. */
    Optional<String> about(String merchandise) {
        return jdbc.sql(
                        """
                        SELECT k.code || ' ' || v.name
                        FROM coupon_kind k JOIN coupon_kind_version v ON v.code = k.code
                        WHERE v.scope = 'MERCHANDISE' AND :merchandise = ANY (v.scope_of)
                            AND (k.stopped_at IS NULL AND v.version = k.version
                                OR EXISTS (SELECT FROM coupon c
                                    WHERE c.kind_code = v.code AND c.kind_version = v.version
                                        AND c.state IN ('FREE', 'HELD')))
                        ORDER BY k.code LIMIT 1
                        """)
                .param("merchandise", merchandise)
                .query(String.class)
                .optional();
    }

    /** All that are not stopped. */
    List<KindView> live() {
        return jdbc.sql(VIEW + "WHERE k.stopped_at IS NULL ORDER BY k.code")
                .query(KindTable::view)
                .list();
    }

    /** Codes of the kinds that are given this way now, in the order in which they are locked. */
    List<String> live(CouponWay way) {
        return jdbc.sql(
                        "SELECT code FROM coupon_kind WHERE way = :way AND stopped_at IS NULL"
                                + " ORDER BY code")
                .param("way", way.name())
                .query(String.class)
                .list();
    }

    String open(CouponWay way, @Nullable String typed, Instant now) {
        String code =
                "CK%06d"
                        .formatted(
                                jdbc.sql("SELECT nextval('coupon_kind_number')")
                                        .query(Long.class)
                                        .single());
        jdbc.sql(
                        """
                        INSERT INTO coupon_kind (code, way, version, typed, created_at)
                        VALUES (:code, :way, 1, :typed, :now)
                        """)
                .param("code", code)
                .param("way", way.name())
                .param("typed", typed)
                .param("now", Instants.parameter(now))
                .update();
        return code;
    }

    void advance(String code, int version, @Nullable String typed) {
        jdbc.sql("UPDATE coupon_kind SET version = :version, typed = :typed WHERE code = :code")
                .param("version", version)
                .param("typed", typed)
                .param("code", code)
                .update();
    }

    void addVersion(String code, int version, PutKind kind, Instant now) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("code", code);
        values.put("version", version);
        values.put("name", kind.name().strip());
        values.put("threshold", kind.discount().threshold().amount());
        values.put("amount", null);
        values.put("percent", null);
        values.put("cap", null);
        switch (kind.discount()) {
            case CouponDiscount.AmountOff off -> values.put("amount", off.amount().amount());
            case CouponDiscount.PercentOff off -> {
                values.put("percent", off.percent());
                values.put("cap", off.cap() == null ? null : off.cap().amount());
            }
        }
        values.put("scope", KindColumns.scope(kind.goods()));
        values.put("scopeOf", KindColumns.scopeOf(kind.goods()));
        values.put("payments", KindColumns.sorted(kind.payments()));
        values.put("from", null);
        values.put("until", null);
        values.put("days", null);
        switch (kind.validity()) {
            case CouponValidity.Fixed fixed -> {
                values.put("from", fixed.from());
                values.put("until", fixed.until());
            }
            case CouponValidity.Days after -> values.put("days", after.days());
        }
        values.put("limit", kind.issueLimit());
        values.put("perBuyer", kind.perBuyer());
        values.put("points", kind.points());
        values.put("combinable", kind.combinable());
        values.put("reason", kind.reason().strip());
        values.put("byId", kind.by().id());
        values.put("byName", kind.by().name());
        values.put("now", Instants.parameter(now));
        jdbc.sql(
                        """
                        INSERT INTO coupon_kind_version (code, version, name, threshold, amount,
                            percent, cap, scope, scope_of, payments, valid_from, valid_until,
                            valid_days, issue_limit, per_buyer, points, combinable, reason, by_id,
                            by_name, at)
                        VALUES (:code, :version, :name, :threshold, :amount, :percent, :cap, :scope,
                            :scopeOf, :payments, :from::date, :until::date, :days::int,
                            :limit::int, :perBuyer, :points, :combinable, :reason, :byId, :byName, :now)
                        """)
                .params(values)
                .update();
    }

    void stop(String code, String reason, Actor by, Instant now) {
        jdbc.sql(
                        """
                        UPDATE coupon_kind SET stopped_at = :now, stopped_by = :by,
                            stop_reason = :reason
                        WHERE code = :code
                        """)
                .param("now", Instants.parameter(now))
                .param("by", by.name())
                .param("reason", reason)
                .param("code", code)
                .update();
    }

    void issued(String code) {
        jdbc.sql("UPDATE coupon_kind SET issued = issued + 1 WHERE code = :code")
                .param("code", code)
                .update();
    }

    /**
     * @param change may be negative
     */
    void used(String code, int change) {
        jdbc.sql("UPDATE coupon_kind SET used = used + :change WHERE code = :code")
                .param("change", change)
                .param("code", code)
                .update();
    }

    Page<KindView> page(@Nullable CouponWay way, boolean liveOnly, PageRequest page) {
        String where =
                "WHERE true"
                        + (way == null ? "" : " AND k.way = :way")
                        + (liveOnly ? " AND k.stopped_at IS NULL" : "");
        String name = way == null ? "" : way.name();
        long total =
                jdbc.sql("SELECT count(*) FROM coupon_kind k " + where)
                        .param("way", name)
                        .query(Long.class)
                        .single();
        List<KindView> items =
                jdbc.sql(
                                VIEW
                                        + where
                                        + " ORDER BY k.created_at DESC, k.code DESC"
                                        + " LIMIT :size OFFSET :offset")
                        .param("way", name)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(KindTable::view)
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    List<CouponKind> versions(String code) {
        return jdbc.sql(
                        "SELECT "
                                + KindColumns.SELECTED
                                + " FROM coupon_kind k JOIN coupon_kind_version v ON v.code = k.code"
                                + " WHERE k.code = :code ORDER BY v.version DESC")
                .param("code", code)
                .query((row, number) -> KindColumns.kind(row))
                .list();
    }

    private static KindView view(ResultSet row, int number) throws SQLException {
        String stoppedBy = row.getString("stopped_by");
        return new KindView(
                KindColumns.kind(row),
                row.getInt("issued"),
                row.getInt("used"),
                Instants.read(row, "stopped_at"),
                stoppedBy == null ? "" : stoppedBy,
                row.getString("stop_reason"));
    }
}
