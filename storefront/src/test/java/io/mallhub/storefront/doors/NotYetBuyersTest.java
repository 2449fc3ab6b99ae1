package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.identity.BuyerView;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.ApiClient;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.Rows;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Medicines go to nobody whose company is not approved, or no longer is. */
@StorefrontTest
class NotYetBuyersTest {
    /** What the licence gate refused at submit. */
    private static final String EVIDENCE = "licence_refusal";

    @Autowired Companies companies;
    @Autowired Rows rows;
    @LocalServerPort int port;

    @Test
    void aCompanyInRegistrationOrdersNothing() {
        ordersNothing(companies.anApplicant());
        ordersNothing(companies.aSubmittedApplicant());
    }

    @Test
    void aLockedCompanyOrdersNothingAndSeesWhy() {
        BuyerView buyer = companies.aUserOfALockedCompany();

        ordersNothing(buyer);

        assertThat(Visitor.signedIn(port, buyer).get("/company").body()).contains("证照核查中");
    }

    private void ordersNothing(BuyerView buyer) {
        String product = companies.aProduct();
        Visitor browser = Visitor.signedIn(port, buyer);
        browser.post("/cart", Map.of("product", product, "quantity", "1"));
        Map<String, String> before = rows.all();

        Answer page = browser.post("/cart/order", Map.of("key", UUID.randomUUID().toString()));
        Answer api =
                ApiClient.of(port, buyer)
                        .order(
                                "k",
                                "{\"lines\":[{\"product\":\"%s\",\"quantity\":1}]}"
                                        .formatted(product));

        assertThat(browser.wordsAfter(page)).contains("客户未开通或已锁定");
        assertThat(api.status()).isEqualTo(422);
        assertThat(api.body()).contains("gate.customer-not-active");
        Map<String, String> after = rows.all();
        assertThat(after.remove(EVIDENCE)).isNotEqualTo(before.remove(EVIDENCE));
        assertThat(after).as("nothing else is kept").isEqualTo(before);
        assertThat(browser.get("/products/" + product).body()).doesNotContain("action=\"/cart\"");
    }
}
