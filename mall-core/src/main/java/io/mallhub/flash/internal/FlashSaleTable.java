package io.mallhub.flash.internal;

import io.mallhub.flash.FlashSales.Occurrence;
import io.mallhub.flash.FlashSales.Offer;
import io.mallhub.flash.FlashSales.PutSale;
import io.mallhub.flash.FlashSales.SaleView;
import io.mallhub.flash.Opening;
import io.mallhub.flash.SaleStage;
import io.mallhub.flash.SaleState;
import io.mallhub.flash.Timing;
import io.mallhub.shared.Columns;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Instants;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.StepTable;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of sales, their steps and their occurrences. */
@Component
class FlashSaleTable {
    private static final String SALE =
            "SELECT code, version, state, product_id, name, price, quota, most, begins_at, ends_at,"
                    + " slots, ahead_hours, created_at, opens_at, closes_at, occurrence"
                    + " FROM flash_sale ";

    private static final String OF_STATE = "WHERE :state::text IS NULL OR state = :state";

    private static final String OFFER =
            """
            SELECT f.code, f.name, f.product_id, coalesce(o.price, f.price) AS price, f.opens_at,
                f.closes_at, coalesce(o.quota, f.quota) AS quota, o.backed - o.taken AS left,
                CASE WHEN o.id IS NULL THEN f.most ELSE o.most END AS most,
                %s AS mine
            FROM flash_sale f
            LEFT JOIN flash_occurrence o ON o.id = f.occurrence
            WHERE f.state = 'LIVE' AND f.closes_at > :now
            """
                    .formatted(FlashTakings.MINE);

    private final JdbcClient jdbc;
    private final StepTable steps;

    FlashSaleTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
        steps = new StepTable(jdbc, "flash_step", "sale");
    }

    String number() {
        return "FS%06d"
                .formatted(
                        jdbc.sql("SELECT nextval('flash_sale_number')").query(Long.class).single());
    }

    void write(String code, int version, PutSale sale, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO flash_sale (code, version, state, product_id, name, price,
                            quota, most, begins_at, ends_at, slots, ahead_hours, created_at)
                        VALUES (:code, :version, 'DRAFT', :product, :name, :price, :quota, :most,
                            :begins, :ends, :slots::jsonb, :ahead, :now)
                        ON CONFLICT (code) DO UPDATE SET version = excluded.version,
                            product_id = excluded.product_id, name = excluded.name,
                            price = excluded.price, quota = excluded.quota, most = excluded.most,
                            begins_at = excluded.begins_at, ends_at = excluded.ends_at,
                            slots = excluded.slots, ahead_hours = excluded.ahead_hours
                        """)
                .param("code", code)
                .param("version", version)
                .param("product", sale.product().value())
                .param("name", sale.name().strip())
                .param("price", sale.price().amount())
                .param("quota", sale.quota().amount())
                .param("most", sale.most() == null ? null : sale.most().amount())
                .param("begins", Instants.parameter(sale.timing().begins()))
                .param("ends", Instants.parameter(sale.timing().ends()))
                .param("slots", SlotsText.write(sale.timing().slots()))
                .param("ahead", sale.aheadHours())
                .param("now", Instants.parameter(now))
                .update();
    }

    /** Nobody else changes this sale until the end of the transaction. */
    Optional<SaleRow> lock(String code) {
        return one(SALE + "WHERE code = :code FOR UPDATE", code);
    }

    Optional<SaleRow> find(String code) {
        return one(SALE + "WHERE code = :code", code);
    }

    private Optional<SaleRow> one(String sql, String code) {
        return jdbc.sql(sql).param("code", code).query(FlashSaleTable::sale).optional();
    }

    /** Whoever publishes a sale of a product waits here for who publishes another one. */
    void lockProduct(ProductId product) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('flash-sale ' || :product, 0))")
                .param("product", product.toString())
                .query((row, number) -> true)
                .list();
    }

    List<SaleView> live() {
        return jdbc
                .sql(SALE + "WHERE state = 'LIVE' ORDER BY code")
                .query(FlashSaleTable::sale)
                .list()
                .stream()
                .map(SaleRow::view)
                .toList();
    }

    List<SaleView> live(ProductId product) {
        return jdbc
                .sql(SALE + "WHERE state = 'LIVE' AND product_id = :product ORDER BY code")
                .param("product", product.value())
                .query(FlashSaleTable::sale)
                .list()
                .stream()
                .map(SaleRow::view)
                .toList();
    }

    /**
     * @param occurrence that is set aside for the opening; null before
     */
    void move(String code, SaleState state, @Nullable Opening current, @Nullable UUID occurrence) {
        jdbc.sql(
                        """
                        UPDATE flash_sale SET state = :state, opens_at = :opens,
                            closes_at = :closes, occurrence = :occurrence::uuid
                        WHERE code = :code
                        """)
                .param("state", state.name())
                .param("opens", current == null ? null : Instants.parameter(current.opens()))
                .param("closes", current == null ? null : Instants.parameter(current.closes()))
                .param("occurrence", occurrence == null ? null : occurrence.toString())
                .param("code", code)
                .update();
    }

    /**
     * Live sales with something to do: over or to be set aside, then those short of their quota.
     */
    List<String> due(Instant now, int most) {
        return jdbc.sql(
                        """
                        SELECT f.code FROM flash_sale f
                        LEFT JOIN flash_occurrence o ON o.id = f.occurrence
                        WHERE f.state = 'LIVE' AND (f.closes_at <= :now
                            OR f.occurrence IS NULL
                                AND f.opens_at - make_interval(hours => f.ahead_hours) <= :now
                            OR o.backed < o.quota)
                        ORDER BY (f.occurrence IS NOT NULL AND f.closes_at > :now), f.opens_at, f.code
                        LIMIT :most
                        """)
                .param("now", Instants.parameter(now))
                .param("most", most)
                .query(String.class)
                .list();
    }

    /**
     * @param missing how much of the quota is not backed by stock
     */
    record SetAside(UUID id, Quantity missing) {}

    /** The occurrence of the opening, locked, with nothing but what was taken of it before. */
    SetAside open(SaleView sale, Opening opening) {
        return jdbc.sql(
                        """
                        INSERT INTO flash_occurrence AS o (id, sale, product_id, price, most,
                            opens_at, closes_at, quota, backed)
                        VALUES (:id, :sale, :product, :price, :most, :opens, :closes, :quota, 0)
                        ON CONFLICT (sale, opens_at) DO UPDATE SET closed_at = NULL,
                            price = excluded.price, most = excluded.most,
                            closes_at = excluded.closes_at, backed = o.taken,
                            quota = greatest(excluded.quota, o.taken)
                        RETURNING id, quota - backed AS missing
                        """)
                .param("id", UUID.randomUUID())
                .param("sale", sale.code())
                .param("product", sale.product().value())
                .param("price", sale.price().amount())
                .param("most", sale.most() == null ? null : sale.most().amount())
                .param("opens", Instants.parameter(opening.opens()))
                .param("closes", Instants.parameter(opening.closes()))
                .param("quota", sale.quota().amount())
                .query(FlashSaleTable::set)
                .single();
    }

    /** What the opening has not sold of its quota; of one that was never open, the whole quota. */
    Quantity untaken(SaleView sale, Opening opening) {
        return jdbc.sql(
                        """
                        SELECT greatest(:quota - coalesce((SELECT taken FROM flash_occurrence
                            WHERE sale = :sale AND opens_at = :opens), 0), 0)
                        """)
                .param("quota", sale.quota().amount())
                .param("sale", sale.code())
                .param("opens", Instants.parameter(opening.opens()))
                .query((row, number) -> new Quantity(row.getBigDecimal(1)))
                .single();
    }

    /** As people call it; empty for a sale that nobody knows. */
    String name(String code) {
        return jdbc.sql("SELECT name FROM flash_sale WHERE code = :code")
                .param("code", code)
                .query(String.class)
                .optional()
                .orElse("");
    }

    SetAside lockOccurrence(UUID id) {
        return jdbc.sql(
                        "SELECT id, quota - backed AS missing FROM flash_occurrence"
                                + " WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(FlashSaleTable::set)
                .single();
    }

    void back(UUID occurrence, Quantity more) {
        jdbc.sql("UPDATE flash_occurrence SET backed = backed + :more WHERE id = :id")
                .param("more", more.amount())
                .param("id", occurrence)
                .update();
    }

    void close(UUID occurrence, Instant now) {
        jdbc.sql("UPDATE flash_occurrence SET closed_at = :now WHERE id = :id")
                .param("now", Instants.parameter(now))
                .param("id", occurrence)
                .update();
    }

    Page<SaleView> page(@Nullable SaleState state, PageRequest page) {
        String word = state == null ? null : state.name();
        long total =
                jdbc.sql("SELECT count(*) FROM flash_sale " + OF_STATE)
                        .param("state", word)
                        .query(Long.class)
                        .single();
        List<SaleView> items =
                jdbc
                        .sql(
                                SALE
                                        + OF_STATE
                                        + " ORDER BY created_at DESC, code DESC"
                                        + " LIMIT :size OFFSET :offset")
                        .param("state", word)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(FlashSaleTable::sale)
                        .list()
                        .stream()
                        .map(SaleRow::view)
                        .toList();
        return new Page<>(items, page.number(), page.size(), total);
    }

    Page<Occurrence> occurrences(String code, PageRequest page) {
        long total =
                jdbc.sql("SELECT count(*) FROM flash_occurrence WHERE sale = :sale")
                        .param("sale", code)
                        .query(Long.class)
                        .single();
        List<Occurrence> items =
                jdbc.sql(
                                """
                                WITH kept AS (
                                    SELECT o.opens_at, e.occurrence, e.customer_id
                                    FROM flash_entry e JOIN flash_occurrence o ON o.id = e.occurrence
                                    WHERE o.sale = :sale
                                    GROUP BY o.opens_at, e.occurrence, e.customer_id
                                    HAVING sum(e.quantity) > 0),
                                buyers AS (
                                    SELECT occurrence, count(*) AS buyers,
                                        count(*) FILTER (WHERE opens_at > first) AS again
                                    FROM (SELECT *, min(opens_at) OVER (PARTITION BY customer_id)
                                        AS first FROM kept) k
                                    GROUP BY occurrence)
                                SELECT o.id, o.opens_at, o.closes_at, o.price, o.quota, o.backed,
                                    o.taken, o.closed_at IS NOT NULL AS closed,
                                    coalesce(b.buyers, 0) AS buyers,
                                    coalesce(b.again, 0) AS again
                                FROM flash_occurrence o LEFT JOIN buyers b ON b.occurrence = o.id
                                WHERE o.sale = :sale
                                ORDER BY o.opens_at DESC LIMIT :size OFFSET :offset
                                """)
                        .param("sale", code)
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query(
                                (row, number) ->
                                        new Occurrence(
                                                row.getObject("id", UUID.class),
                                                opening(row),
                                                new UnitPrice(row.getBigDecimal("price")),
                                                quantity(row, "quota"),
                                                quantity(row, "backed"),
                                                quantity(row, "taken"),
                                                row.getLong("buyers"),
                                                row.getLong("again"),
                                                row.getBoolean("closed")))
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    Page<Offer> offers(CustomerId company, Instant now, PageRequest page) {
        long total =
                jdbc.sql(
                                "SELECT count(*) FROM flash_sale"
                                        + " WHERE state = 'LIVE' AND closes_at > :now")
                        .param("now", Instants.parameter(now))
                        .query(Long.class)
                        .single();
        List<Offer> items =
                jdbc.sql(OFFER + "ORDER BY f.opens_at, f.code LIMIT :size OFFSET :offset")
                        .param("customer", company.value())
                        .param("now", Instants.parameter(now))
                        .param("size", page.size())
                        .param("offset", page.offset())
                        .query((row, number) -> offer(row, now))
                        .list();
        return new Page<>(items, page.number(), page.size(), total);
    }

    /** Of one product what opens first comes first. */
    List<Offer> offers(CustomerId company, Instant now, Collection<ProductId> products) {
        return jdbc.sql(
                        OFFER
                                + "AND f.product_id = ANY (:products::uuid[])"
                                + " ORDER BY f.opens_at, f.code")
                .param("customer", company.value())
                .param("now", Instants.parameter(now))
                .param("products", Columns.of(products, ProductId::value))
                .query((row, number) -> offer(row, now))
                .list();
    }

    /** What became of each. */
    StepTable steps() {
        return steps;
    }

    private static SaleRow sale(ResultSet row, int number) throws SQLException {
        return new SaleRow(
                new SaleView(
                        row.getString("code"),
                        row.getInt("version"),
                        SaleState.valueOf(row.getString("state")),
                        new ProductId(row.getObject("product_id", UUID.class)),
                        row.getString("name"),
                        new UnitPrice(row.getBigDecimal("price")),
                        quantity(row, "quota"),
                        most(row),
                        new Timing(
                                Instants.sure(row, "begins_at"),
                                Instants.sure(row, "ends_at"),
                                SlotsText.read(row.getString("slots"))),
                        row.getInt("ahead_hours"),
                        Instants.sure(row, "created_at"),
                        row.getObject("opens_at") == null ? null : opening(row)),
                row.getObject("occurrence", UUID.class));
    }

    private static Offer offer(ResultSet row, Instant now) throws SQLException {
        Opening opening = opening(row);
        Quantity quota = quantity(row, "quota");
        BigDecimal rest = row.getBigDecimal("left");
        Quantity left = rest == null ? quota : new Quantity(rest);
        boolean runs = rest != null && opening.covers(now);
        return new Offer(
                row.getString("code"),
                row.getString("name"),
                new ProductId(row.getObject("product_id", UUID.class)),
                new UnitPrice(row.getBigDecimal("price")),
                opening,
                !runs
                        ? SaleStage.UPCOMING
                        : left.isPositive() ? SaleStage.RUNNING : SaleStage.SOLD_OUT,
                quota,
                left,
                most(row),
                quantity(row, "mine"));
    }

    private static SetAside set(ResultSet row, int number) throws SQLException {
        return new SetAside(row.getObject("id", UUID.class), quantity(row, "missing"));
    }

    private static Opening opening(ResultSet row) throws SQLException {
        return new Opening(Instants.sure(row, "opens_at"), Instants.sure(row, "closes_at"));
    }

    private static Quantity quantity(ResultSet row, String column) throws SQLException {
        return new Quantity(row.getBigDecimal(column));
    }

    private static @Nullable Quantity most(ResultSet row) throws SQLException {
        BigDecimal most = row.getBigDecimal("most");
        return most == null ? null : new Quantity(most);
    }
}
