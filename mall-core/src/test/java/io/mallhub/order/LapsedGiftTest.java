package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.order.Orders.Sending;
import io.mallhub.promotion.Budgets;
import io.mallhub.promotion.Limits;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.ProvenLedger;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ten boxes at 10.00 with a cup at 2.50 as a gift, which the buyer may not have any more. */
class LapsedGiftTest extends OrderTest {
    @Autowired PromotionFixtures rules;
    @Autowired Promotions promotions;
    @Autowired Budgets budgets;
    @Autowired List<ProvenLedger> ledgers;
    @Autowired JdbcClient jdbc;

    private ProductId boxes;
    private ProductId cups;
    private Rule rule;
    private String number;

    @BeforeEach
    void anOrderWithAGift() {
        boxes = trade.aProduct("10.00", 1000);
        cups = trade.aProduct("2.50", 100);
        trade.categorised(cups, RegulatoryCategory.OTC_B);
        rule =
                rules.limited(
                        new Limits(Money.of("100.00"), 0, 0),
                        PromotionFixtures.giftBenefit("10", cups, boxes));
        number = trade.submitted(anOrderOf(customer, line(boxes, 10)));
    }

    @AfterEach
    void whatWasGivenAddsUp() {
        promotions.stop(rule.code(), "test is over", PromotionFixtures.MARKETING);
        assertThat(ledgers).allSatisfy(it -> assertThat(it.unprovenAccounts()).isEmpty());
    }

    private void theGiftMayNotGoThereAnyMore() {
        trade.categorised(cups, RegulatoryCategory.NARCOTIC);
    }

    @Test
    void atThePushTheGiftIsLeftOutAndWhatWasBoughtGoesOn() {
        orders.approve(number, 0);
        theGiftMayNotGoThereAnyMore();

        assertThat(orders.startSending(number)).isInstanceOf(Sending.Granted.class);

        assertBoughtGoodsOnly();
        assertThat(stock.equation(cups).holds()).isEqualTo(Quantity.ZERO);
        assertThat(stock.equation(boxes).holds()).isEqualTo(Quantity.of(10));
        assertThat(budgets.used(rule.code()).orElseThrow().amount()).isEqualTo(Money.ZERO);
        assertThat(order(number).lines())
                .allSatisfy(it -> assertThat(it.gate().allowed()).isTrue());
    }

    @Test
    void beforeShippingTheOrderThatTheErpHasGoesOnWithoutItAndIsCompleteThen() {
        trade.accepted(number);
        theGiftMayNotGoThereAnyMore();

        assertThat(orders.recheckLicences(number, "shipping")).isEmpty();

        assertBoughtGoodsOnly();
        trade.ship(number, "D-" + number, 10);
        assertThat(state(number)).isEqualTo(OrderState.SHIPPED);
        orders.complete(number);
        assertThat(state(number)).isEqualTo(OrderState.COMPLETED);
    }

    @Test
    void theOrderKeepsInItsThreadWhatItHadAndBuyerAndDeskAreTold() {
        orders.approve(number, 0);
        theGiftMayNotGoThereAnyMore();
        orders.startSending(number);

        OrderView.Change change = order(number).changes().getFirst();
        assertThat(change.what()).isEqualTo("order.gift-left-out");
        assertThat(change.lines())
                .filteredOn(it -> it.after() == null)
                .extracting(OrderView.ChangedLine::product)
                .containsExactly(cups);
        assertThat(orders.timeline(number))
                .extracting(TimelineEntry::what)
                .contains("order.gift-left-out")
                .doesNotContain("order.licence-stopped");
        assertThat(told("order-gift-left-out", "/orders/")).isOne();
        assertThat(told("order-gift-left-out-desk", "/console/orders/")).isOne();
    }

    @Test
    void aBoughtLineThatIsBlockedStopsTheWholeOrder() {
        orders.approve(number, 0);
        theGiftMayNotGoThereAnyMore();
        trade.categorised(boxes, RegulatoryCategory.NARCOTIC);

        assertThat(orders.startSending(number)).isInstanceOf(Sending.Stopped.class);

        assertThat(order(number).lines()).hasSize(2);
        assertThat(orders.timeline(number))
                .extracting(TimelineEntry::what)
                .contains("order.licence-stopped");
    }

    @Test
    void whatMayHaveReachedTheErpIsNotChangedBehindItsBack() {
        orders.approve(number, 0);
        orders.startSending(number);
        orders.recordOutcomeUnknown(number, "no answer");
        theGiftMayNotGoThereAnyMore();

        assertThat(orders.startSending(number)).isInstanceOf(Sending.Stopped.class);

        assertThat(order(number).lines()).hasSize(2);
    }

    @Test
    void whereNothingButTheGiftIsLeftToShipItStops() {
        trade.accepted(number);
        trade.ship(number, "D-" + number, 10);
        theGiftMayNotGoThereAnyMore();

        assertThat(orders.recheckLicences(number, "shipping")).hasSize(1);
    }

    private void assertBoughtGoodsOnly() {
        OrderView order = order(number);
        assertThat(order.lines()).extracting(OrderView.Line::product).containsExactly(boxes);
        assertThat(order.total()).isEqualTo(Money.of("100.00"));
        assertThat(order.benefits()).isEmpty();
    }

    private long told(String template, String page) {
        return jdbc.sql("SELECT count(*) FROM notice WHERE template = ? AND link = ?")
                .param(template)
                .param(page + number)
                .query(Long.class)
                .single();
    }
}
