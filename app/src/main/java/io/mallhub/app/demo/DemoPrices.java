package io.mallhub.app.demo;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.identity.Accounts;
import io.mallhub.pricing.PriceList;
import io.mallhub.pricing.PriceList.Audience;
import io.mallhub.pricing.PriceList.Row;
import io.mallhub.pricing.PriceList.Terms;
import io.mallhub.pricing.PriceLists;
import io.mallhub.pricing.PriceLists.ListQuery;
import io.mallhub.pricing.PriceLists.Outcome;
import io.mallhub.pricing.PriceQuote;
import io.mallhub.pricing.Prices;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UnitPrice;
import io.mallhub.shared.Viewer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A special price for the region of the demo's pharmacy, with a price for more, of some goods from
 * the middle of the range: a first order from the front of it still costs what the ERP says.
 */
@Component
@DemoOnly
class DemoPrices {
    private static final String REGION = "35";
    private static final PageRequest GOODS = PageRequest.of(30, 20);
    private static final BigDecimal FOR_ONE = new BigDecimal("0.92");
    private static final BigDecimal FOR_FIFTY = new BigDecimal("0.88");

    private final PriceLists lists;
    private final Prices prices;
    private final Products products;
    private final Accounts accounts;
    private final Clock clock;
    private boolean done;

    DemoPrices(PriceLists lists, Prices prices, Products products, Accounts accounts, Clock clock) {
        this.lists = lists;
        this.prices = prices;
        this.products = products;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Once the goods have prices; a second start finds the list there. */
    @Scheduled(fixedDelay = 3_000)
    void publish() {
        if (done || accounts.staff("marketing").isEmpty()) {
            return;
        }
        List<Row> rows = rows();
        if (rows.isEmpty()) {
            return;
        }
        if (lists.page(new ListQuery(null, null, null, null), PageRequest.first(1)).total() == 0) {
            publish(rows, accounts.staff("marketing").orElseThrow().actor());
        }
        done = true;
    }

    private List<Row> rows() {
        Map<ProductId, Quantity> some = new HashMap<>();
        for (ProductView product :
                products.search(new Products.Query(null, null, true, false), GOODS).items()) {
            some.put(product.id(), Quantity.of(1));
        }
        List<Row> rows = new ArrayList<>();
        for (PriceQuote quote : prices.quote(Viewer.GUEST, some).values()) {
            rows.add(new Row(quote.product(), Quantity.of(1), part(quote, FOR_ONE)));
            rows.add(new Row(quote.product(), Quantity.of(50), part(quote, FOR_FIFTY)));
        }
        return rows;
    }

    private static UnitPrice part(PriceQuote quote, BigDecimal part) {
        return new UnitPrice(
                quote.basePrice().amount().multiply(part).setScale(2, RoundingMode.HALF_UP));
    }

    private void publish(List<Row> rows, Actor by) {
        Terms terms =
                new Terms(
                        "福建地区特价",
                        Audience.region(REGION),
                        MallTime.today(clock),
                        MallTime.today(clock).plusMonths(3));
        PriceList list = done(lists.open(terms, by));
        list = done(lists.putRows(list.key(), rows, true, by));
        done(lists.publish(list.key(), list.edit(), "演示：区域特价", by));
    }

    private static PriceList done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> done.list();
            case Outcome.Refused refused ->
                    throw new IllegalStateException("The demo's list is refused: " + refused);
        };
    }
}
