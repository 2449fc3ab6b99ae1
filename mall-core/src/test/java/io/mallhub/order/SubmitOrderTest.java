package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.ErpProducts;
import io.mallhub.catalog.Products;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.order.SubmitOutcome.Refused;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import io.mallhub.stock.Stock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class SubmitOrderTest {
    @Autowired Orders orders;
    @Autowired TradeFixtures trade;
    @Autowired CustomerFixtures customers;
    @Autowired Stock stock;
    @Autowired Prices prices;
    @Autowired Products products;
    @Autowired Receivables receivables;

    private CustomerId customer;

    @BeforeEach
    void aCustomer() {
        customer = customers.anActiveCustomer().id();
    }

    @Test
    void anOrderIsTakenWithPriceHoldCreditAndTimelineInOneGo() {
        ProductId product = trade.aProduct("10.00", 100);
        trade.giveCredit(customer, "1000.00");
        agree(product, 1, "8.88");

        String number = trade.submitted(anOrderOf(customer, line(product, 30)));

        assertThat(number).matches("SO20261124\\d{6}");
        OrderView order = orders.order(number).orElseThrow();
        assertThat(order.state()).isEqualTo(OrderState.SUBMITTED);
        assertThat(order.erpState()).isEqualTo(ErpState.NOT_SENT);
        assertThat(order.total()).isEqualTo(Money.of("266.40"));
        assertThat(order.net()).isEqualTo(Money.of("235.75"));
        assertThat(order.tax()).isEqualTo(Money.of("30.65"));
        assertThat(order.submittedBy()).isEqualTo(BUYER.name());
        OrderView.Line only = order.lines().getFirst();
        assertThat(only.number()).isEqualTo(1);
        assertThat(only.price().source()).isEqualTo(PriceQuote.Source.AGREEMENT);
        assertThat(only.gate().allowed()).isTrue();
        assertThat(only.vatRate()).isEqualTo(new BigDecimal("0.13"));
        assertThat(stock.equation(product).sellable()).isEqualTo(Quantity.of(70));
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.of("266.40"));
        assertThat(orders.timeline(number))
                .extracting(TimelineEntry::what)
                .containsExactly("order.submitted");
    }

    @Test
    void everyLineIsRoundedAndTheHeaderIsTheirSum() {
        ProductId product = trade.aProduct("0.335", 100);

        String three =
                trade.submitted(
                        anOrderOf(customer, line(product, 1), line(product, 1), line(product, 1)));
        String one = trade.submitted(anOrderOf(customer, line(product, 3)));

        assertThat(orders.order(three).orElseThrow().total()).isEqualTo(Money.of("1.02"));
        assertThat(orders.order(one).orElseThrow().total()).isEqualTo(Money.of("1.01"));
    }

    @Test
    void demandForOneProductOnTwoLinesIsSummed() {
        ProductId product = trade.aProduct("10.00", 5);

        SubmitOutcome outcome =
                orders.submit(anOrderOf(customer, line(product, 3), line(product, 3)));

        assertThat(problems(outcome))
                .containsExactly(
                        new LineProblem(0, product, "stock.short", "6 > 5"),
                        new LineProblem(1, product, "stock.short", "6 > 5"));
        assertThat(stock.equation(product).holds()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void aQuantityBreakCountsTheWholeDemand() {
        ProductId product = trade.aProduct("10.00", 100);
        agree(product, 10, "8.00");

        String number = trade.submitted(anOrderOf(customer, line(product, 5), line(product, 5)));

        assertThat(orders.order(number).orElseThrow().total()).isEqualTo(Money.of("80.00"));
    }

    @Test
    void everyFailingLineIsNamedAndNothingIsKept() {
        ProductId good = trade.aProduct("10.00", 100);
        ProductId unknown = new ProductId(UUID.randomUUID());
        ProductId bare = trade.anUncategorisedProduct();
        ProductId inactive = anInactiveProduct();

        SubmitOutcome outcome =
                orders.submit(
                        anOrderOf(
                                customer,
                                line(good, 1),
                                line(unknown, 1),
                                line(bare, 1),
                                line(inactive, 1),
                                line(good, 1_000_000)));

        assertThat(problems(outcome))
                .extracting(it -> it.line() + " " + it.problem())
                .contains(
                        "1 product.unknown",
                        "2 price.none",
                        "2 stock.short",
                        "3 product.inactive",
                        "4 stock.short")
                .anyMatch(it -> it.startsWith("2 gate."));
        assertThat(orders.page(Orders.OrderQuery.of(customer), PageRequest.first(9)).total())
                .isZero();
        assertThat(stock.equation(good).holds()).isEqualTo(Quantity.ZERO);
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.ZERO);
    }

    @Test
    void quantitiesArePositiveNotHugeAndWhole() {
        ProductId product = trade.aProduct("10.00", 100);

        assertThat(problemOf(line(product, 0))).isEqualTo("quantity.not-positive");
        assertThat(problemOf(line(product, -5))).isEqualTo("quantity.not-positive");
        assertThat(problemOf(line(product, 1_000_001))).isEqualTo("quantity.too-large");
        assertThat(problemOf(new SubmitOrder.Line(product, new Quantity(new BigDecimal("1.5")))))
                .isEqualTo("quantity.step");
    }

    @Test
    void anOrderHasOneToFiveHundredLines() {
        ProductId product = trade.aProduct("0.01", 1000);

        assertThat(problems(orders.submit(anOrderOf(customer))))
                .extracting(LineProblem::problem)
                .containsExactly("order.no-lines");
        assertThat(problems(orders.submit(anOrderOf(customer, lines(501, product)))))
                .extracting(LineProblem::problem)
                .containsExactly("order.too-many-lines");
        OrderView whole =
                orders.order(trade.submitted(anOrderOf(customer, lines(500, product))))
                        .orElseThrow();
        assertThat(whole.lines()).hasSize(500);
        assertThat(whole.total()).isEqualTo(Money.of("5.00"));
    }

    @Test
    void aCompanyNobodyKnowsOrdersNothing() {
        SubmitOutcome outcome =
                orders.submit(
                        anOrderOf(new CustomerId(UUID.randomUUID()), line(trade.aProduct(), 1)));

        assertThat(problems(outcome))
                .extracting(LineProblem::problem)
                .containsExactly("customer.unknown");
    }

    private void agree(ProductId product, int from, String price) {
        prices.agree(
                new Prices.Agreement(
                        customer, product, Quantity.of(from), UnitPrice.of(price), null, null),
                TradeFixtures.DESK);
    }

    private static SubmitOrder.Line[] lines(int count, ProductId product) {
        return Collections.nCopies(count, line(product, 1)).toArray(SubmitOrder.Line[]::new);
    }

    private ProductId anInactiveProduct() {
        String code = "P" + UUID.randomUUID();
        products.applyFromErp(List.of(ErpProducts.active(ErpProducts.aDrug(code), false)));
        return products.byCode(code).orElseThrow().id();
    }

    private String problemOf(SubmitOrder.Line line) {
        List<LineProblem> problems =
                new ArrayList<>(problems(orders.submit(anOrderOf(customer, line))));
        problems.removeIf(it -> it.problem().equals("stock.short"));
        assertThat(problems).hasSize(1);
        return problems.getFirst().problem();
    }

    private static List<LineProblem> problems(SubmitOutcome outcome) {
        return ((Refused) outcome).problems();
    }
}
