package io.mallhub.storefront.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.ReturnFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.recall.RecallView;
import io.mallhub.recall.Recalls;
import io.mallhub.returns.ReturnReason;
import io.mallhub.returns.Returns;
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

/** Ten boxes of a recalled batch at one buyer: from the message to the return. */
@StorefrontTest
class RecallPageTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired ReturnFixtures goods;
    @Autowired Returns returns;
    @Autowired Recalls recalls;

    private CustomerView company;
    private String order;
    private String recall;
    private BuyerView user;
    private Visitor buyer;

    @BeforeEach
    void aRecallOfWhatWasShipped() {
        company = customers.anActiveCustomer();
        trade.giveCredit(company.id(), "1000");
        order = goods.aShippedOrder(company.id());
        recall = companies.aRecall(company.id(), order);
        user = companies.aUser(company.id(), BuyerRight.values());
        buyer = Visitor.signedIn(port, user);
    }

    @Test
    void theMessageLeadsToTheNoticeAndTheNoticeToTheFilledInForm() {
        assertThat(buyer.get("/messages").body()).contains("/recalls/" + recall);
        assertThat(buyer.get("/recalls/" + recall).body())
                .contains("B20261", "检出异物", "一级召回", "/orders/" + order + "/return");

        String form = buyer.get("/orders/" + order + "/return").body();

        assertThat(form).contains("已召回", "/recalls/" + recall);
        assertThat(form).containsPattern("name=\"quantity-0\"[^>]*value=\"10\"");
        assertThat(form).containsPattern("<option value=\"RECALL\" selected");
    }

    @Test
    void theBuyerConfirmsAndSendsTheGoodsBackAsARecall() {
        Answer confirmed = buyer.post("/recalls/" + recall + "/confirm", Map.of());
        assertThat(confirmed.location()).isEqualTo("/recalls/" + recall);
        assertThat(buyer.get("/recalls/" + recall).body())
                .contains("韩梅梅 已确认")
                .doesNotContain("/confirm\"");

        Map<String, String> form = new HashMap<>();
        form.put("key", UUID.randomUUID().toString());
        form.put("act", "submit");
        form.put("quantity-0", "10");
        form.put("reason", "RECALL");
        form.put("wish", "REFUND");
        String returned =
                buyer.post("/orders/" + order + "/return", form)
                        .location()
                        .substring("/returns/".length());

        assertThat(returns.find(returned).orElseThrow().reason()).isEqualTo(ReturnReason.RECALL);
        RecallView.Buyer own =
                recalls.findOf(company.id(), recall).orElseThrow().buyers().getFirst();
        assertThat(own.confirmedBy()).isEqualTo(user.actor());
    }
}
