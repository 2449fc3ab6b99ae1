package io.mallhub.routes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.binding.Quarantine;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.pricing.Prices;
import io.mallhub.pricing.Prices.ListedPrice;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.Protocol;
import io.mallhub.routes.fixture.SimulatorTest;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Everything the ERP has comes into the mall; what cannot is shown with its reason. */
@SimulatorTest
class FirstLoadTest {
    private static final Logger LOG = LoggerFactory.getLogger(FirstLoadTest.class);
    private static final int MATERIALS = 3141;
    private static final int CUSTOMERS = 4372;

    @Autowired private Desk desk;
    @Autowired private Products products;
    @Autowired private Prices prices;
    @Autowired private Quarantine quarantine;

    @ParameterizedTest
    @EnumSource
    void allDrugsArriveWithPriceAndStock(Protocol protocol) {
        String connection = desk.aConnection(protocol);

        FlowView goods = run(connection, Flow.PRODUCT_IN);
        FlowView figures = run(connection, Flow.STOCK_IN);

        assertThat(goods.read()).isEqualTo(MATERIALS);
        assertThat(goods.applied()).isEqualTo(MATERIALS);
        assertThat(figures.read()).isEqualTo(MATERIALS);
        assertThat(figures.quarantined()).isZero();
        List<ProductView> some =
                products.search(Products.Query.all(), PageRequest.first(200)).items();
        assertThat(some).allSatisfy(p -> assertThat(basePrice(p.id())).isPositive());
        assertThat(
                        desk.jdbc()
                                .sql("select count(*) from product where findings <> '[]'")
                                .query(Long.class)
                                .single())
                .as("drugs with odd cells")
                .isPositive();
    }

    @Test
    void everyCustomerComesInOrLiesInQuarantineWithItsReason() {
        String connection = desk.aConnection(Protocol.SOAP);

        FlowView view = run(connection, Flow.CUSTOMER_IN);

        assertThat(view.read()).isGreaterThanOrEqualTo(CUSTOMERS);
        var open = quarantine.page(connection, view.flow(), true, PageRequest.first(50));
        assertThat(open.items()).hasSize((int) Math.min(50, view.quarantined()));
        assertThat(open.items()).allSatisfy(item -> assertThat(item.reason()).isNotBlank());
    }

    /** Nothing is dropped: every record read has one of four fates. */
    private FlowView run(String connection, Flow flow) {
        FlowView view = desk.run(connection, flow);
        LOG.info("{}", view);
        assertThat(view.lastError()).isNull();
        assertThat(view.lastSuccess()).isNotNull();
        assertThat(view.read())
                .isEqualTo(view.applied() + view.unchanged() + view.quarantined() + view.echoes());
        return view;
    }

    private BigDecimal basePrice(ProductId id) {
        return prices.listed(id).stream()
                .filter(listed -> listed.list().equals("base"))
                .map(ListedPrice::price)
                .findFirst()
                .orElseThrow()
                .amount();
    }
}
