package io.mallhub.routes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.catalog.Products;
import io.mallhub.fixture.MutableClock;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.Protocol;
import io.mallhub.routes.fixture.SimulatorTest;
import io.mallhub.simulator.fixture.SimulatorAdmin;
import io.mallhub.simulator.fixture.TestSimulator;
import io.mallhub.simulator.kernel.Operation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Rows that move while they are paged, and times that an ERP with a wrong clock writes. */
@SimulatorTest
class ListsThatMoveTest {
    private static final Duration DEEP = Duration.ofMinutes(5);
    private static final Map<Protocol, String> CONNECTIONS = new HashMap<>();

    @Autowired private Desk desk;
    @Autowired private Products products;
    @Autowired private MutableClock clock;
    private final SimulatorAdmin erp = TestSimulator.shared().admin();

    @BeforeEach
    void anErpThatWorks() {
        erp.clearFaults();
    }

    @AfterEach
    void back() {
        erp.clearFaults();
        clock.reset();
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatMoveToTheEndWhileTheyArePagedAreAllRead(Protocol protocol) {
        String connection = desk.aConnection(protocol);
        int there = erp.get("/admin/status").get("materials").asInt();
        moveWhenRead(Operation.LIST_MATERIALS);

        FlowView view = desk.run(connection, Flow.PRODUCT_IN);

        assertThat(view.lastError()).isNull();
        assertThat(view.read()).isGreaterThanOrEqualTo(there);
        assertThat(bound(connection)).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({"SOAP, 600", "SOAP, -600", "REST, 600", "REST, -600"})
    void whatIsDatedByAClockThatIsWrongComesIn(Protocol protocol, int seconds) {
        String connection = connect(protocol);
        String wrong = material(1);
        String right = material(2);

        skew(seconds);
        rename(wrong, "W");
        desk.run(connection, Flow.PRODUCT_IN);
        erp.clearFaults();
        rename(right, "R");
        desk.run(connection, Flow.PRODUCT_IN);

        clock.advance(DEEP);
        desk.run(connection, Flow.PRODUCT_IN);

        assertThat(strength(wrong)).isEqualTo("W");
        assertThat(strength(right)).isEqualTo("R");
    }

    @ParameterizedTest
    @EnumSource
    void stockThatAClockSetBackMadeLookOldComesInOnceTheClockIsRight(Protocol protocol) {
        String connection = connect(protocol);
        desk.run(connection, Flow.STOCK_IN);
        String material = material(3);
        long before = onHand(material);

        skew(-600);
        erp.post(
                "/admin/stock/receipts",
                Map.of(
                        "material",
                        material,
                        "batch",
                        "BACK" + protocol,
                        "validUntil",
                        "2091-06-30",
                        "quantity",
                        "7"));
        desk.run(connection, Flow.STOCK_IN);
        erp.clearFaults();
        clock.advance(DEEP);
        desk.run(connection, Flow.STOCK_IN);

        assertThat(onHand(material)).isEqualTo(before + 7);
    }

    private String connect(Protocol protocol) {
        String connection = CONNECTIONS.computeIfAbsent(protocol, _ -> desk.aConnection(protocol));
        desk.switchOn(connection);
        // The news of the tests before: then nothing but this one's is new.
        desk.run(connection, Flow.PRODUCT_IN);
        return connection;
    }

    private void moveWhenRead(Operation list) {
        erp.post(
                "/admin/faults",
                Map.of("operation", list, "kind", "PAGING_DRIFT", "probability", 1));
    }

    private void skew(int seconds) {
        erp.post(
                "/admin/faults",
                Map.of("kind", "CLOCK_SKEW", "probability", 1, "skewSeconds", seconds));
    }

    private void rename(String material, String strength) {
        JsonNode is = erp.material(material);
        erp.materialTexts(
                material,
                is.get("name").asString(),
                strength,
                is.get("dosageForm").asString(),
                is.get("category").asString());
    }

    private String strength(String material) {
        return products.byCode(material).orElseThrow().strength();
    }

    private long onHand(String material) {
        return desk.jdbc()
                .sql(
                        "select s.on_hand from stock_level s join product p on p.id = s.product_id"
                                + " where p.code = ?")
                .param(material)
                .query(Long.class)
                .single();
    }

    private String material(int place) {
        return desk.jdbc()
                .sql(
                        "select code from product where code like 'JK.%' order by code offset ? limit 1")
                .param(900 + place)
                .query(String.class)
                .single();
    }

    private long bound(String connection) {
        return desk.jdbc()
                .sql("select count(*) from binding where connection = ? and entity = 'PRODUCT'")
                .param(connection)
                .query(Long.class)
                .single();
    }
}
