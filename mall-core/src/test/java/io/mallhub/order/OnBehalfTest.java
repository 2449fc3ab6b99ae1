package io.mallhub.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.Visibility;
import io.mallhub.catalog.Visibility.PutRule;
import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.order.Carts.CartLine;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UserId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MallTest
class OnBehalfTest {
    @Autowired Orders orders;
    @Autowired Carts carts;
    @Autowired Visibility visibility;
    @Autowired TradeFixtures trade;
    @Autowired CustomerFixtures customers;
    @Autowired JdbcClient jdbc;

    private final Actor seller = Actor.staff("Seller-" + UUID.randomUUID(), "何丽");
    private CustomerView his;
    private ProductId product;

    @BeforeEach
    void aSalespersonWithACustomer() {
        his = customers.aCustomerBroughtBy(seller.id().toLowerCase(java.util.Locale.ROOT));
        trade.giveCredit(his.id(), "100000.00");
        product = trade.aProduct();
    }

    @Test
    void theOrderSaysWhoPlacedItAndTheCompanyIsTold() {
        String number = trade.submitted(by(seller, his.id(), PaymentMethod.CREDIT));

        OrderView order = orders.orderOf(his.id(), number).orElseThrow();
        assertThat(order.onBehalf()).isTrue();
        assertThat(order.submittedBy()).isEqualTo("何丽");
        assertThat(
                        jdbc.sql(
                                        "SELECT count(*) FROM notice WHERE template = 'order-on-behalf'"
                                                + " AND link = ?")
                                .param("/orders/" + number)
                                .query(Long.class)
                                .single())
                .isOne();
        String own = trade.aPlacedOrder(his.id());
        assertThat(orders.order(own).orElseThrow().onBehalf()).isFalse();
    }

    @Test
    void staffOrdersForTheCompaniesItSellsToAndForNoOther() {
        CustomerView another = customers.anActiveCustomer();

        assertThat(refusal(by(seller, another.id(), PaymentMethod.CREDIT)))
                .isEqualTo("order.not-your-customer");
        assertThat(refusal(by(TradeFixtures.DESK, his.id(), PaymentMethod.CREDIT)))
                .isEqualTo("order.not-your-customer");
    }

    @Test
    void aPriceThatTheCompanyIsNotToldNobodyOrdersAtInItsName() {
        visibility.put(
                new PutRule(
                        Effect.HIDE_PRICE,
                        new Goods(GoodsKind.PRODUCT, product.value().toString(), ""),
                        Audience.customer(his.id(), his.number()),
                        null,
                        null,
                        "面议",
                        TradeFixtures.DESK));

        assertThat(refusal(by(seller, his.id(), PaymentMethod.CREDIT))).isEqualTo("price.hidden");
    }

    @Test
    void whatTheCompanyHasWithTheMallOnlyItsOwnPeopleSpend() {
        SubmitOrder plain = by(seller, his.id(), PaymentMethod.CREDIT);

        assertThat(refusal(by(seller, his.id(), PaymentMethod.PREPAID)))
                .isEqualTo("order.not-your-money");
        assertThat(refusal(with(plain, List.of("Q1"), 0))).isEqualTo("order.not-your-money");
        assertThat(refusal(with(plain, List.of(), 100))).isEqualTo("order.not-your-money");
    }

    @Test
    void theCartForACompanyIsNobodyElses() {
        UserId staff = new UserId(UUID.randomUUID());
        CustomerView another = customers.anActiveCustomer();
        UserId cart = Carts.onBehalf(staff, his.id());

        carts.put(cart, his.id(), product, Quantity.of(3));

        assertThat(carts.cart(Carts.onBehalf(staff, his.id()), his.id()).lines())
                .extracting(CartLine::product)
                .containsExactly(product);
        assertThat(carts.lineCount(staff)).isZero();
        assertThat(carts.lineCount(Carts.onBehalf(staff, another.id()))).isZero();
        assertThat(carts.lineCount(Carts.onBehalf(new UserId(UUID.randomUUID()), his.id())))
                .isZero();
    }

    private SubmitOrder by(Actor actor, CustomerId company, PaymentMethod payment) {
        return new SubmitOrder(
                company,
                UUID.randomUUID().toString(),
                List.of(TradeFixtures.line(product, 2)),
                "",
                payment,
                actor);
    }

    private static SubmitOrder with(SubmitOrder plain, List<String> coupons, long points) {
        return new SubmitOrder(
                plain.company(),
                UUID.randomUUID().toString(),
                plain.lines(),
                "",
                plain.payment(),
                coupons,
                points,
                null,
                plain.by());
    }

    private String refusal(SubmitOrder command) {
        SubmitOutcome outcome = orders.submit(command);
        assertThat(outcome).isInstanceOf(SubmitOutcome.Refused.class);
        List<LineProblem> problems = ((SubmitOutcome.Refused) outcome).problems();
        return problems.getFirst().problem();
    }
}
