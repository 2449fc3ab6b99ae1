package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.ReceiptFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.BuyerRight;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
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

    private Visitor signedIn(CustomerView whose, BuyerRight... rights) {
        return Visitor.signedIn(port, companies.aUser(whose.id(), rights));
    }
}
