package io.mallhub.routes.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.order.OfflineOrders;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.SimulatorTest;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.PageRequest;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * A wholesaler's real order history goes through the order flow: every line becomes part of an
 * order, a return, a stock adjustment or a quarantined record with a reason.
 */
@SimulatorTest
@TestPropertySource(
        properties = {
            "mallhub.connectors.definitions=src/test/resources/definitions",
            "logging.level.io.mallhub.routes.history=info"
        })
class OrderHistoryTest {
    private static final Logger LOG = LoggerFactory.getLogger(OrderHistoryTest.class);
    private static final Path FILE = Path.of("../../shared/data/online_retail.csv.gz");

    @Autowired private Desk desk;
    @Autowired private Connections connections;
    @Autowired private OfflineOrders orders;

    @Test
    void theFirstWeeksComeInAlsoBeforeTheirCustomersAndAllOfThemOnce() {
        try (RetailBooks books = books(600)) {
            String connection = aConnection(books);
            read(connection, Flow.PRODUCT_IN);

            FlowView early = read(connection, Flow.ORDER_STATUS_IN);
            assertThat(early.quarantined())
                    .as("orders wait for their customers")
                    .isGreaterThan(500);
            read(connection, Flow.CUSTOMER_IN);
            FlowView later = read(connection, Flow.ORDER_STATUS_IN);
            while (waiting(connection) > 0) {
                later = read(connection, Flow.ORDER_STATUS_IN);
            }

            assertThat(later.lastError()).isNull();
            tally(books, connection);
            assertThat(history(connection, "17850")).isNotEmpty();
        }
    }

    /** 25,900 invoices with 541,909 lines. */
    @Test
    @Tag("slow")
    void theWholeHistoryComesInAndEveryLineIsAccountedFor() {
        try (RetailBooks books = books(Integer.MAX_VALUE)) {
            String connection = aConnection(books);
            read(connection, Flow.PRODUCT_IN);
            read(connection, Flow.CUSTOMER_IN);
            long begin = System.nanoTime();
            FlowView view = read(connection, Flow.ORDER_STATUS_IN);
            LOG.info(
                    "history: {} invoices in {} s",
                    view.read(),
                    (System.nanoTime() - begin) / 1_000_000_000);

            tally(books, connection);
            assertThat(view.read()).isEqualTo(25_900);
            assertThat(readAgain(connection).applied())
                    .as("a second reading changes nothing")
                    .isEqualTo(view.applied());
        }
    }

    private RetailBooks books(int most) {
        assumeTrue(Files.exists(FILE), "The order history is not on this machine: " + FILE);
        return RetailBooks.open(FILE, most);
    }

    /** What the mall has, against what the books say. */
    private void tally(RetailBooks books, String connection) {
        long all = books.invoices().stream().mapToLong(it -> it.lines().size()).sum();
        Map<String, Long> kept = lines(connection);
        long aside = quarantined(connection);
        LOG.info("history: {} lines = {} + {} in quarantine", all, kept, aside);
        assertThat(kept.values().stream().mapToLong(it -> it).sum() + aside).isEqualTo(all);
        assertThat(kept.get("RETURN"))
                .isEqualTo(
                        books.invoices().stream()
                                .filter(it -> it.isCancel() && !it.customer().isEmpty())
                                .mapToLong(it -> it.lines().size())
                                .sum());
        assertThat(kept.getOrDefault("ADJUSTMENT", 0L))
                .isEqualTo(
                        books.invoices().stream()
                                .filter(it -> !it.isCancel())
                                .filter(
                                        it ->
                                                it.lines().stream()
                                                        .allMatch(l -> l.qty().signum() < 0))
                                .mapToLong(it -> it.lines().size())
                                .sum());
        assertThat(sum(connection))
                .isEqualByComparingTo(
                        books.invoices().stream()
                                .filter(it -> !it.customer().isEmpty())
                                .flatMap(it -> it.lines().stream())
                                .map(
                                        l ->
                                                l.qty()
                                                        .multiply(l.price())
                                                        .setScale(
                                                                2, java.math.RoundingMode.HALF_UP))
                                .reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(
                        desk.jdbc()
                                .sql(
                                        "select count(*) from quarantine where connection = ?"
                                                + " and state = 'OPEN' and reason = ''")
                                .param(connection)
                                .query(Long.class)
                                .single())
                .as("every one of them says why")
                .isZero();
    }

    private Map<String, Long> lines(String connection) {
        Map<String, Long> lines = new java.util.TreeMap<>();
        desk.jdbc()
                .sql(
                        "select o.kind, count(*) from offline_order o join offline_order_line l"
                                + " on l.order_id = o.id where o.connection = ? group by 1")
                .param(connection)
                .query(
                        row -> {
                            lines.put(row.getString(1), row.getLong(2));
                        });
        return lines;
    }

    private long quarantined(String connection) {
        return desk.jdbc()
                .sql(
                        "select coalesce(sum(jsonb_array_length(payload::jsonb -> 'content' -> 'lines')), 0)"
                                + " from quarantine where connection = ? and state = 'OPEN'"
                                + " and flow = 'erp-order-status-in'")
                .param(connection)
                .query(Long.class)
                .single();
    }

    private BigDecimal sum(String connection) {
        return desk.jdbc()
                .sql(
                        "select sum(total) from offline_order where connection = ?"
                                + " and customer_id is not null")
                .param(connection)
                .query(BigDecimal.class)
                .single();
    }

    private long waiting(String connection) {
        return desk.jdbc()
                .sql(
                        "select count(*) from quarantine where connection = ? and state = 'OPEN'"
                                + " and missing is not null")
                .param(connection)
                .query(Long.class)
                .single();
    }

    private List<OfflineOrders.Row> history(String connection, String customer) {
        UUID id =
                desk.jdbc()
                        .sql(
                                "select mall_id::uuid from binding where connection = ?"
                                        + " and entity = 'CUSTOMER' and erp_id = ?")
                        .params(connection, customer)
                        .query(UUID.class)
                        .single();
        return orders.page(new CustomerId(id), "", PageRequest.first(20)).items();
    }

    private FlowView read(String connection, Flow flow) {
        FlowView view = desk.run(connection, flow);
        assertThat(view.lastError()).isNull();
        return view;
    }

    /** All of it, from the beginning; counts go on. */
    private FlowView readAgain(String connection) {
        connections.reload(connection, Flow.ORDER_STATUS_IN.id(), Desk.CLERK);
        return read(connection, Flow.ORDER_STATUS_IN);
    }

    private String aConnection(RetailBooks books) {
        String name = "books-" + UUID.randomUUID().toString().substring(0, 8);
        connections.save(
                new ConnectionSettings(
                        name,
                        "retail",
                        books.address(),
                        Map.of(),
                        Set.of("127.0.0.1"),
                        Duration.ofSeconds(30)),
                "The books",
                Desk.CLERK);
        desk.jdbc().sql("update entity_policy set depth = 'OFF'").update();
        connections.changePolicies(
                name,
                Map.of(
                        Entity.PRODUCT, Depth.IN,
                        Entity.CUSTOMER, Depth.IN,
                        Entity.ORDER, Depth.IN),
                Desk.CLERK);
        return name;
    }
}
