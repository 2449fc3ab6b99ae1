package io.mallhub.returns;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.fixture.ReturnFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.ReportShipment;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOrder;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What goes back of an order of 20 boxes at 10.00 that a rule made 10.00 cheaper from 100.00 on,
 * and that came with a cup at 2.50 for every ten boxes: 190.00 were paid. Since then both rules had
 * a next version, and have ended.
 */
@MallTest
class PromotionReturnsTest {
    private static final long[] SOLD = {20, 2};

    @Autowired Orders orders;
    @Autowired Returns returns;
    @Autowired Receivables receivables;
    @Autowired TradeFixtures trade;
    @Autowired CustomerFixtures customers;
    @Autowired ReturnFixtures goods;
    @Autowired PromotionFixtures rules;
    @Autowired Promotions promotions;
    @Autowired MutableClock clock;

    private CustomerId customer;
    private String order;

    @BeforeEach
    void aShippedOrderWithADiscountAndGifts() {
        customer = customers.anActiveCustomer().id();
        trade.giveCredit(customer, "1000.00");
        ProductId boxes = trade.aProduct("10.00", 1000);
        ProductId cups = trade.aProduct("2.50", 1000);
        trade.categorised(cups, RegulatoryCategory.OTC_B);
        Rule off = rules.off("100.00", "10.00", boxes);
        Rule gift = rules.gift("10", cups, boxes);
        order =
                trade.accepted(
                        trade.submitted(
                                new SubmitOrder(
                                        customer,
                                        UUID.randomUUID().toString(),
                                        List.of(line(boxes, SOLD[0])),
                                        "",
                                        PaymentMethod.CREDIT,
                                        BUYER)));
        orders.recordShipment(
                new ReportShipment(
                        order,
                        "FH-1",
                        clock.instant(),
                        List.of(batch(1, boxes, SOLD[0]), batch(2, cups, SOLD[1])),
                        "erp-test"));
        rules.published(rules.next(off, PromotionFixtures.offBenefit("50.00", "35.00", boxes)));
        rules.published(rules.next(gift, PromotionFixtures.giftBenefit("3", cups, boxes)));
        promotions.stop(off.code(), "over", PromotionFixtures.MARKETING);
        promotions.stop(gift.code(), "over", PromotionFixtures.MARKETING);
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("190.00"));
    }

    @AfterEach
    void everyCentIsProven() {
        assertThat(receivables.unproven()).isEmpty();
    }

    @Test
    void aGiftThatStaysAndIsNoLongerEarnedIsCharged() {
        assertThat(preview(5, 0).gross()).isEqualTo(Money.of("47.50")); // 150 - 10 + 2.50 stay
        assertThat(preview(11, 0).gross()).isEqualTo(Money.of("95.00")); // 90 + 2 x 2.50 stay
        assertThat(preview(11, 2).gross()).isEqualTo(Money.of("100.00")); // 90 stay
        assertThat(preview(11, 0).consequences())
                .extracting(Reversal.Consequence::kind, Reversal.Consequence::detail)
                .containsExactly(
                        tuple("reversal.promotion", "满额优惠"),
                        tuple("reversal.promotion", "满额优惠"),
                        tuple("reversal.gift", "5.00"));
        assertThat(preview(20, 0).gross()).isEqualTo(Money.of("185.00"));
    }

    @Test
    void aGiftAloneBringsNothingBack() {
        assertThat(preview(0, 2).gross()).isEqualTo(Money.ZERO);
    }

    @Test
    void goodsThatOthersReplaceLeaveDiscountAndGiftsAsTheyWere() {
        SubmitReturn exchange = goods.of(customer, order, ReturnWish.EXCHANGE, 15, 0);
        assertThat(returns.preview(exchange).lost()).isEqualTo(Money.ZERO);
        assertThat(returns.preview(exchange).consequences()).isEmpty();

        String number = goods.settled(exchange);
        String replacement = returns.placeExchange(number).orElseThrow();

        assertThat(orders.order(replacement).orElseThrow().total())
                .isEqualTo(Money.of("142.50")); // 15 x 9.50, which is what came back of them
        assertThat(receivables.position(customer).balance()).isEqualTo(Money.of("47.50"));
        assertThat(receivables.position(customer).committed()).isEqualTo(Money.of("142.50"));
        // 15 were replaced and 3 come back: 17 boxes are there, which earn discount and one cup
        assertThat(preview(3, 0).gross()).isEqualTo(Money.of("27.50")); // 170 - 10 + 2.50 stay
    }

    @Test
    void whenAllIsBackAllThatWasPaidIsBackInWhateverParts() {
        comesBack(12, 0);
        comesBack(0, 1);
        comesBack(8, 1);

        assertThat(receivables.position(customer).balance()).isEqualTo(Money.ZERO);
    }

    private Reversal preview(long boxes, long cups) {
        return returns.preview(asked(boxes, cups));
    }

    private SubmitReturn asked(long... quantities) {
        return goods.of(customer, order, ReturnWish.REFUND, quantities);
    }

    private void comesBack(long boxes, long cups) {
        goods.settled(asked(boxes, cups));
    }

    private static ReportShipment.Batch batch(int line, ProductId product, long quantity) {
        return new ReportShipment.Batch(
                line, product, "B20261", LocalDate.of(2028, 6, 30), Quantity.of(quantity));
    }
}
