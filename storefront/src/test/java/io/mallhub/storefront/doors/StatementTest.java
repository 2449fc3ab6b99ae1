package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.Files;
import io.mallhub.fixture.ReceiptFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Announcements.AnnouncementView;
import io.mallhub.shared.PageRequest;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An order of 100.00 on credit, and what is paid of it. */
@StorefrontTest
class StatementTest {
    @LocalServerPort int port;
    @Autowired Companies companies;
    @Autowired CustomerFixtures customers;
    @Autowired TradeFixtures trade;
    @Autowired ReceiptFixtures receipts;
    @Autowired Announcements announcements;

    private CustomerView company;
    private String order;
    private Visitor buyer;

    @BeforeEach
    void aCompanyThatOwes() {
        company = customers.anActiveCustomer();
        trade.giveCredit(company.id(), "1000.00");
        order = trade.anApprovedOrder(company.id());
        buyer = signedIn(company, BuyerRight.values());
    }

    @Test
    void theCompanySeesWhatItOwesAndWhatIsPaidOfIt() {
        String receipt = receipts.booked(company.id(), "40.00", order);

        String page = buyer.get("/statement").body();

        assertThat(page).contains(order, receipt, "¥60.00", "¥940.00", "订单应收", "−¥40.00");
        assertThat(page).doesNotContain("/console/");
    }

    @Test
    void aPeriodBeforeTheFirstEntryIsEmpty() {
        assertThat(buyer.get("/statement?from=2020-01-01&until=2020-12-31").body())
                .contains("该期间没有往来")
                .contains(order);
        assertThat(buyer.get("/statement?from=tomorrow").status()).isEqualTo(400);
    }

    @Test
    void aCompanySeesNothingOfAnother() {
        receipts.booked(company.id(), "40.00");
        CustomerView other = customers.anActiveCustomer();
        Visitor stranger = signedIn(other, BuyerRight.values());

        for (String path :
                new String[] {"/statement", "/statement?customer=" + company.id().value()}) {
            assertThat(stranger.get(path).body())
                    .doesNotContain(order)
                    .doesNotContain("¥60.00")
                    .contains("没有未结订单");
        }
    }

    @Test
    void whoMayNotSeeTheMoneyOfTheCompanySeesNoStatement() {
        Visitor clerk = signedIn(company, BuyerRight.ORDER);

        assertThat(clerk.get("/statement").status()).isEqualTo(403);
        assertThat(clerk.get("/statement/export").status()).isEqualTo(403);
        assertThat(clerk.get("/company").body()).doesNotContain("/statement");
        assertThat(buyer.get("/company").body()).contains("/statement");
        assertThat(buyer.get("/statement/export").status()).isEqualTo(200);
    }

    @Test
    void aTransferIsAnnouncedWithItsProofAndFinanceTakesItOver() {
        String reference = "ICBC" + UUID.randomUUID();
        Map<String, String> typed =
                Map.of("amount", "40.00", "reference", reference, "day", "2026-11-20");
        byte[] pdf = Files.pdf("transfer");

        Answer posted = upload(typed, "回单.pdf", pdf);

        assertThat(buyer.wordsAfter(posted)).contains("已登记", "回单.pdf", "待核对", "¥40.00");
        AnnouncementView it =
                announcements.page(company.id(), null, PageRequest.first(5)).items().getFirst();
        assertThat(it.bankReference()).isEqualTo(reference.toUpperCase(Locale.ROOT));
        String proof = "/statement/transfers/" + it.number() + "/proof";
        assertThat(buyer.get(proof).status()).isEqualTo(200);
        Visitor stranger = signedIn(customers.anActiveCustomer(), BuyerRight.values());
        assertThat(stranger.get(proof).status()).isEqualTo(404);
        assertThat(stranger.get("/statement").body()).doesNotContain(reference);

        announcements.takeOver(it.number(), receipts.command(company.id(), "40.00", reference));
        assertThat(buyer.get("/statement").body()).contains("已登记收款");
    }

    @Test
    void whatIsWrongWithAnAnnouncementIsSaidAndComesBackFilledIn() {
        Map<String, String> typed =
                Map.of("amount", "40.00", "reference", "ICBC77", "day", "2026-11-20");

        assertThat(buyer.wordsAfter(upload(typed, "a.pdf", "<script>".getBytes())))
                .contains("只接受 PDF、JPEG、PNG 文件", "value=\"ICBC77\"");
        assertThat(buyer.wordsAfter(buyer.post("/statement/transfers", Map.of("amount", "x"))))
                .contains("金额须大于 0");
        assertThat(announcements.page(company.id(), null, PageRequest.first(5)).total()).isZero();
    }

    private Answer upload(Map<String, String> typed, String name, byte[] file) {
        return buyer.upload("/statement/transfers", typed, "proof", name, file);
    }

    private Visitor signedIn(CustomerView whose, BuyerRight... rights) {
        return Visitor.signedIn(port, companies.aUser(whose.id(), rights));
    }
}
