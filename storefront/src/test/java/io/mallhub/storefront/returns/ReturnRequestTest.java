package io.mallhub.storefront.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.ReturnFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.returns.ReturnState;
import io.mallhub.returns.Returns;
import io.mallhub.returns.Returns.ReturnQuery;
import io.mallhub.shared.PageRequest;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A buyer asks for ten boxes at 10.00 to go back. */
@StorefrontTest
class ReturnRequestTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired ReturnFixtures goods;
    @Autowired Returns returns;

    private CustomerView company;
    private String order;
    private Visitor buyer;

    @BeforeEach
    void aShippedOrder() {
        company = customers.anActiveCustomer();
        trade.giveCredit(company.id(), "1000");
        order = goods.aShippedOrder(company.id());
        buyer = Visitor.signedIn(port, companies.aUser(company.id(), BuyerRight.values()));
    }

    @Test
    void theMoneyIsShownBeforeAnythingIsSent() {
        Answer answer = ask("preview", "3", "DAMAGED");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("30.00", "26.55", "3.45");
        assertThat(count()).isZero();
    }

    @Test
    void aRequestIsSentOnceAndCanBeWithdrawn() {
        Answer answer = ask("submit", "3", "DAMAGED");

        assertThat(answer.location()).startsWith("/returns/RT");
        String number = answer.location().substring("/returns/".length());
        assertThat(buyer.get(answer.location()).body()).contains(number, "30.00");
        assertThat(buyer.get("/returns").body()).contains(number);
        buyer.post("/returns/" + number + "/withdraw", Map.of());
        assertThat(returns.timeline(number).getLast().what())
                .isEqualTo("return.withdraw-requested");
        assertThat(returns.find(number).orElseThrow().state()).isEqualTo(ReturnState.SUBMITTED);
    }

    @Test
    void whatCannotBeReadOrIsTooMuchComesBackWithItsReason() {
        assertThat(ask("submit", "11", "DAMAGED").body()).contains("超过可退数量");
        assertThat(ask("submit", "zehn", "DAMAGED").status()).isEqualTo(200);
        assertThat(ask("submit", "", "DAMAGED").body()).contains("至少选一行");
        assertThat(ask("submit", "3", "RECALL").body()).contains("请选择退货原因");
        assertThat(ask("preview", "999999", "DAMAGED").body()).contains("超过可退数量");
        assertThat(count()).isZero();
    }

    private Answer ask(String act, String quantity, String reason) {
        Map<String, String> form = new HashMap<>();
        form.put("key", UUID.randomUUID().toString());
        form.put("act", act);
        form.put("quantity-0", quantity);
        form.put("reason", reason);
        form.put("wish", "REFUND");
        return buyer.post("/orders/" + order + "/return", form);
    }

    private long count() {
        return returns.page(ReturnQuery.of(company.id()), PageRequest.first(1)).total();
    }
}
