package io.mallhub.routes.stock;

import static io.mallhub.routes.fixture.Records.T0;
import static io.mallhub.routes.fixture.Records.product;
import static io.mallhub.routes.fixture.Records.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.binding.Quarantine;
import io.mallhub.catalog.Products;
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
