package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.anOrderOf;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.pricing.PriceList;
import io.mallhub.pricing.PriceList.Audience;
import io.mallhub.pricing.PriceList.Row;
import io.mallhub.pricing.PriceList.Terms;
import io.mallhub.pricing.PriceLists;
import io.mallhub.pricing.PriceLists.Outcome;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.PriceQuote.Source;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@MallTest
class ListedPriceOrderTest {
    @Autowired Orders orders;
    @Autowired PriceLists lists;
    @Autowired Prices prices;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;

    private CustomerId customer;
    private ProductId product;
    private PriceList list;

    @BeforeEach
    void aRegionalSpecialPriceUnderTheFloorForTenAndMore() {
        customer = customers.anActiveCustomer().id();
        product = trade.aProduct("10.00", 1000);
        trade.giveCredit(customer, "1000");
        prices.setFloor(product, UnitPrice.of("8.50"), TradeFixtures.DESK);
        list =
                done(
                        lists.open(
                                new Terms("上海特价", Audience.region("310000"), null, null),
                                TradeFixtures.DESK));
        list =
                done(
                        lists.putRows(
                                list.key(),
                                List.of(row(1, "9.00"), row(10, "8.00")),
                                true,
                                TradeFixtures.DESK));
        list = done(lists.publish(list.key(), list.edit(), "区域促销", TradeFixtures.DESK));
    }

    @Test
    void theOrderKeepsWhichListGaveItsPriceWhenTheListIsGone() {
        String number = trade.submitted(anOrderOf(customer, line(product, 2)));
        done(lists.withdraw(list.key(), "结束", TradeFixtures.DESK));

        PriceQuote kept = orders.order(number).orElseThrow().lines().getFirst().price();

        assertThat(kept.source()).isEqualTo(Source.REGION);
        assertThat(kept.list()).isEqualTo(list.key().toString());
        assertThat(orders.order(number).orElseThrow().total()).isEqualTo(Money.of("18.00"));
        assertThat(orders.approvalFacts(number).belowFloor()).isFalse();
    }

    @Test
    void aPriceUnderTheFloorIsNoRefusalButAskedForApproval() {
        String number = trade.submitted(anOrderOf(customer, line(product, 10)));

        assertThat(orders.order(number).orElseThrow().total()).isEqualTo(Money.of("80.00"));
        assertThat(orders.approvalFacts(number).belowFloor()).isTrue();
    }

    @Test
    void breaksCountTheDemandOfAllLines() {
        String number = trade.submitted(anOrderOf(customer, line(product, 4), line(product, 6)));

        assertThat(orders.order(number).orElseThrow().total()).isEqualTo(Money.of("80.00"));
    }

    private Row row(int from, String price) {
        return new Row(product, Quantity.of(from), UnitPrice.of(price));
    }

    private static PriceList done(Outcome outcome) {
        return ((Outcome.Done) outcome).list();
    }
}
