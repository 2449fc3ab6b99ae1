package io.mallhub.routes.stock;

import static io.mallhub.routes.fixture.Records.T0;
import static io.mallhub.routes.fixture.Records.product;
import static io.mallhub.routes.fixture.Records.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.binding.Quarantine;
import io.mallhub.catalog.Products;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage.BadRecord;
import io.mallhub.connectors.canonical.ErpStock;
import io.mallhub.fixture.MutableClock;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.PaperErp;
import io.mallhub.routes.fixture.PaperErps;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Stock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoutesTest
class StockInRouteTest {
    @Autowired private Desk desk;
    @Autowired private PaperErps erps;
    @Autowired private Products products;
    @Autowired private Stock stock;
    @Autowired private Quarantine quarantine;
    @Autowired private MutableClock clock;
    private String connection = "";
    private PaperErp erp = new PaperErp();

    @BeforeEach
    void aConnectionWithAProduct() {
        connection = desk.aConnection();
        erp = erps.erp(connection);
        erp.products.add(product(connection, "1", T0));
        desk.run(connection, Flow.PRODUCT_IN);
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void figuresComeIn() {
        erp.stock.add(stock(connection, "260", T0));

        assertThat(run().applied()).isEqualTo(1);
        assertThat(onHand()).isEqualTo(Quantity.of(260));
    }

    @Test
    void anOlderSnapshotThatArrivesLastIsIgnored() {
        erp.stock.add(stock(connection, "260", T0));
        run();
        erp.stock.set(0, stock(connection, "999", T0.minusSeconds(10)));
        clock.advance(Duration.ofSeconds(61));

        FlowView view = run();

        assertThat(view.unchanged()).isEqualTo(1);
        assertThat(onHand()).isEqualTo(Quantity.of(260));
    }

    @Test
    void whatAWholeListLeavesOutIsSoldOut() {
        theErpListsAllStock(15);
        run();
        erp.stock.removeIf(it -> it.productCode().equals(connection));
        clock.advance(Duration.ofSeconds(61));
        listed();

        FlowView view = run();

        assertThat(onHand()).isEqualTo(Quantity.ZERO);
        assertThat(view.read()).isEqualTo(15 + 14 + 1);
        assertThat(stock.unreported(connection, T0.plusSeconds(1_000_000)).stocked()).isEqualTo(14);
        clock.advance(Duration.ofSeconds(61));
        listed();
        erp.stock.add(stock(connection, "7", clock.instant()));
        run();
        assertThat(onHand()).as("it came in again").isEqualTo(Quantity.of(7));
    }

    @Test
    void aRecordThatCannotBeReadIsListedAllTheSame() {
        theErpListsAllStock(15);
        run();
        erp.stock.removeIf(it -> it.productCode().equals(connection));
        erp.unreadable.add(new BadRecord(connection, "{}", "quantity is no number"));
        clock.advance(Duration.ofSeconds(61));
        listed();
        run();
        assertThat(onHand()).isEqualTo(Quantity.of(260));

        erp.unreadable.add(new BadRecord("", "{}", "nobody knows whose"));
        clock.advance(Duration.ofSeconds(61));
        listed();
        run();
        assertThat(onHand()).as("it may be this one").isEqualTo(Quantity.of(260));
    }

    @Test
    void anEmptyListSoldNothingOutUntilAPersonSaysSo() {
        theErpListsAllStock(30);
        run();
        erp.stock.removeIf(it -> !it.productCode().equals(connection));
        clock.advance(Duration.ofSeconds(61));
        listed();
        assertThat(run().lastError()).contains("leaves out 29 of 30");

        erp.stock.clear();
        clock.advance(Duration.ofMinutes(10));
        assertThat(run().lastError()).contains("leaves out 30 of 30");
        assertThat(onHand()).isEqualTo(Quantity.of(260));

        clock.advance(Duration.ofMinutes(10));
        desk.connections().reload(connection, Flow.STOCK_IN.id(), Desk.CLERK);
        assertThat(run().lastError()).isNull();
        assertThat(onHand()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void aWalkThatWasCutShortSaysNothingOfWhatItLeftOut() {
        theErpListsAllStock(15);
        run();
        erp.stock.removeIf(it -> it.productCode().equals(connection));
        clock.advance(Duration.ofSeconds(61));
        listed();
        erp.failBefore(new ErpFault.Unavailable("away", null, null));
        erp.calls.clear();
        run();
        assertThat(erp.count("stock")).isEqualTo(1);
        assertThat(onHand()).isEqualTo(Quantity.of(260));

        clock.advance(Duration.ofMinutes(10));
        listed();
        run();
        assertThat(onHand()).isEqualTo(Quantity.ZERO);
    }

    /** So many products, this test's own with 260 of it among them. */
    private void theErpListsAllStock(int products) {
        erp.stockIsWhole = true;
        erp.stock.add(stock(connection, "260", clock.instant()));
        for (int i = 1; i < products; i++) {
            String code = connection + "-" + i;
            erp.products.add(product(code, "1", T0.plusSeconds(i)));
            erp.stock.add(stock(code, "5", clock.instant()));
        }
        desk.run(connection, Flow.PRODUCT_IN);
    }

    /** The figures are of now. */
    private void listed() {
        erp.stock.replaceAll(it -> new ErpStock(it.productCode(), clock.instant(), it.batches()));
    }

    @Test
    void stockOfAnUnknownProductWaitsAndIsAppliedWhenTheProductIsThere() {
        String late = connection + "-late";
        erp.stock.add(stock(late, "5", T0));
        assertThat(run().quarantined()).isEqualTo(1);
        erp.products.add(product(late, "1", T0.plusSeconds(1)));
        desk.run(connection, Flow.PRODUCT_IN);

        run();

        assertThat(open()).isZero();
        assertThat(stock.equation(products.byCode(late).orElseThrow().id()).onHand())
                .isEqualTo(Quantity.of(5));
    }

    @Test
    void aQuantityThatIsNoneGoesToQuarantineAlone() {
        erp.stock.add(stock(connection, "0.0001", T0));

        assertThat(run().quarantined()).isEqualTo(1);
        assertThat(open()).isEqualTo(1);
    }

    private FlowView run() {
        return desk.run(connection, Flow.STOCK_IN);
    }

    private long open() {
        return quarantine.page(connection, Flow.STOCK_IN.id(), true, PageRequest.first(5)).total();
    }

    private Quantity onHand() {
        return stock.equation(products.byCode(connection).orElseThrow().id()).onHand();
    }
}
