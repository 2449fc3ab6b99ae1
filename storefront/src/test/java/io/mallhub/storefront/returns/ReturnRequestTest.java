package io.mallhub.storefront.returns;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.Files;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
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

    @Test
    void thePageOfTheOrderLeadsToItsReturnsAndARefusalIsReadInWords() {
        String number = goods.submitted(goods.of(company.id(), order, 3));
        assertThat(buyer.get("/orders/" + order).body())
                .contains("href=\"/returns/" + number + "\"", "30.00");

        returns.refuse(number, "too-late");

        assertThat(buyer.get("/returns/" + number).body())
                .contains("已超过可退货期限")
                .doesNotContain("too-late");
    }

    @Test
    void photosStayOnTheFormUntilItIsSentAndAreThenSeenWithTheReturn() {
        Map<String, String> form = form("preview", "3", "DAMAGED");
        Answer preview = upload(form, "carton.png", Files.png(40, 30));
        assertThat(preview.status()).isEqualTo(200);
        String link = photosOn(preview).getFirst();

        form.put("act", "submit");
        Answer sent = upload(form, "carton.jpg", Files.jpeg(40, 30));

        assertThat(photosOn(buyer.get(sent.location()))).hasSize(2).contains(link);
        Answer photo = buyer.get(link);
        assertThat(photo.status()).isEqualTo(200);
        assertThat(photo.header("Content-Type")).isEqualTo("image/png");
        assertThat(photo.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(photo.header("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void aPhotoCanBeTakenOffTheFormAgain() {
        Map<String, String> form = form("preview", "3", "DAMAGED");
        String link = photosOn(upload(form, "carton.png", Files.png(40, 30))).getFirst();

        form.put("remove", link.substring(link.lastIndexOf('/') + 1));
        Answer answer = buyer.post("/orders/" + order + "/return", form);

        assertThat(photosOn(answer)).isEmpty();
        assertThat(buyer.get(link).status()).isEqualTo(404);
    }

    @Test
    void whatIsNoPictureIsRefusedWithItsNameAndNothingIsSent() {
        Answer answer =
                upload(form("submit", "3", "DAMAGED"), "goods.jpg", Files.pdf("no picture"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("只接受 JPEG、PNG 图片", "goods.jpg");
        assertThat(count()).isZero();
    }

    private Answer upload(Map<String, String> form, String name, byte[] file) {
        return buyer.upload("/orders/" + order + "/return", form, "photo", name, file);
    }

    private static List<String> photosOn(Answer page) {
        return Pattern.compile("<img[^>]* src=\"(/returns/photos/[^\"]+)\"")
                .matcher(page.body())
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    private Answer ask(String act, String quantity, String reason) {
        return buyer.post("/orders/" + order + "/return", form(act, quantity, reason));
    }

    private static Map<String, String> form(String act, String quantity, String reason) {
        Map<String, String> form = new HashMap<>();
        form.put("key", UUID.randomUUID().toString());
        form.put("act", act);
        form.put("quantity-0", quantity);
        form.put("reason", reason);
        form.put("wish", "REFUND");
        return form;
    }

    private long count() {
        return returns.page(ReturnQuery.of(company.id()), PageRequest.first(1)).total();
    }
}
