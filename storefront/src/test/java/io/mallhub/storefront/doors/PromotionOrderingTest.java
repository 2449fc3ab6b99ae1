package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.Products;
import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.order.Carts;
import io.mallhub.order.OrderView;
import io.mallhub.order.Orders;
import io.mallhub.promotion.Conditions;
import io.mallhub.promotion.Promotions;
import io.mallhub.promotion.Promotions.PutRule;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.Stacking;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.ApiClient;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Twelve boxes at 10.00 in the cart: 15.00 off from 100.00 on, 60.00 from 300.00 on, and a cup at
 * 2.50 for every ten boxes.
 */
@StorefrontTest
class PromotionOrderingTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired PromotionFixtures rules;
    @Autowired Promotions promotions;
    @Autowired Products products;
    @Autowired Carts carts;
    @Autowired Orders orders;

    private ProductId boxes;
    private ProductId cups;
    private Rule off;
    private BuyerView user;
    private Visitor buyer;

    @BeforeEach
    void aFilledCartAndPromotions() {
        CustomerView company = customers.anActiveCustomer();
        trade.giveCredit(company.id(), "1000");
        boxes = trade.aProduct();
        cups = trade.aProduct("2.50", 100);
        trade.categorised(cups, RegulatoryCategory.OTC_B);
        off = put("冬季满百减十五", "100", "15", boxes);
        put("满三百减六十", "300", "60", boxes);
        rules.gift("10", cups, boxes);
        user = companies.aUser(company.id(), BuyerRight.values());
        carts.put(user.id(), company.id(), boxes, Quantity.of(12));
        buyer = Visitor.signedIn(port, user);
    }

    @Test
    void goodsCarryLabelsInTheListAndTheirTermsOnTheirPage() {
        String code = products.product(boxes).orElseThrow().code();

        assertThat(buyer.get("/products?q=" + code).body()).contains("满减", "满赠", "冬季满百减十五");
        assertThat(buyer.get("/products/" + code).body())
                .contains("满 ¥100.00 减 ¥15.00", "每满 10 件 赠", "长期")
                .doesNotContain("??");
    }

    @Test
    void theCartExplainsDiscountGiftAndWhatIsMissing() {
        assertThat(buyer.get("/cart").body())
                .contains("冬季满百减十五", "− ¥15.00", "赠品", "还差 ¥180.00", "再买 8 件", "¥105.00")
                .doesNotContain("??");
    }

    @Test
    void theOrderHasWhatTheCartShowed() {
        Answer answer = order(seen());

        OrderView order = ordered(answer);
        assertThat(order.total()).isEqualTo(Money.of("105.00"));
        assertThat(order.lines()).hasSize(2).last().matches(OrderView.Line::isGift);
        assertThat(buyer.get(Objects.requireNonNull(answer.location())).body())
                .contains("赠品", "冬季满百减十五", "¥105.00")
                .contains("下单时各促销活动的判定", "满三百减六十", "还差 ¥180.00");
    }

    @Test
    void aGiftThatIsLeftOutForItsLicenceIsExplainedInWords() {
        Answer answer = order(seen());
        String number = ordered(answer).number();
        orders.approve(number, 0);
        trade.categorised(cups, RegulatoryCategory.NARCOTIC);
        orders.startSending(number);

        String page = buyer.get(Objects.requireNonNull(answer.location())).body();

        assertThat(page.substring(page.indexOf("ti-edit alert-icon")))
                .contains("赠品因资质取消", "法规禁止在商城销售")
                .doesNotContain("gate.");
        assertThat(page).containsPattern("id=\"channel\">网上商城<");
    }

    @Test
    void whoSawAnotherDealIsToldTheNewOneAndNothingIsOrdered() {
        String seen = seen();
        promotions.pause(off.code(), "出错", PromotionFixtures.MARKETING);

        Answer answer = order(seen);

        assertThat(buyer.wordsAfter(answer)).contains("价格或优惠已变化，现为 ¥120.00");
        assertThat(buyer.get("/cart").body()).contains("¥120.00");
    }

    @Test
    void aProgramAsksForAQuoteAndOrdersWhatItSaw() {
        String code = products.product(boxes).orElseThrow().code();
        ApiClient program = ApiClient.of(port, user);
        String lines = "\"lines\":[{\"product\":\"%s\",\"quantity\":12}]".formatted(code);

        JsonNode quote =
                JsonMapper.shared().readTree(program.post("/api/quotes", "{" + lines + "}").body());
        var stale = program.order("a", "{" + lines + ",\"seen\":\"x\"}");
        String seen = quote.path("seen").asString();
        var placed = program.order("b", "{" + lines + ",\"seen\":\"" + seen + "\"}");

        assertThat(quote.path("total").asString()).isEqualTo("105.00");
        assertThat(quote.path("gifts")).hasSize(1);
        assertThat(quote.path("promotions")).hasSize(3);
        assertThat(stale.status()).isEqualTo(422);
        assertThat(placed.status()).isEqualTo(201);
    }

    private Rule put(String name, String from, String amount, ProductId product) {
        Rule rule =
                rules.put(
                        new PutRule(
                                null,
                                0,
                                name,
                                Conditions.NONE,
                                PromotionFixtures.offBenefit(from, amount, product),
                                Stacking.oneOf("winter", 1000 - Integer.parseInt(from)),
                                "test",
                                PromotionFixtures.MARKETING));
        promotions.publish(rule.code(), 1, "test", PromotionFixtures.MARKETING);
        return rule;
    }

    private String seen() {
        Matcher seen =
                Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"")
                        .matcher(buyer.get("/cart").body());
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }

    private Answer order(String seen) {
        return buyer.post("/cart/order", Map.of("key", "k", "payment", "CREDIT", "seen", seen));
    }

    private OrderView ordered(Answer answer) {
        String page = Objects.requireNonNull(answer.location());
        return orders.order(page.substring(page.lastIndexOf('/') + 1)).orElseThrow();
    }
}
