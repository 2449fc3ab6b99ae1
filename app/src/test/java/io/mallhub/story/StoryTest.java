package io.mallhub.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mallhub.faults.Erp;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A pharmacy registers, is asked for a supplement, is approved, becomes a customer of the ERP,
 * orders at its agreement price over its credit limit, finance approves, and the ERP accepts and
 * ships: all in the browser, once over each protocol.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir static Path folder;
    private static RunningMall mall;
    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.open();
        mall = RunningMall.start(folder.resolve("data"));
    }

    @AfterAll
    static void end() {
        if (mall != null) {
            mall.close();
        }
        browser.close();
    }

    @Test
    @Order(1)
    void aPharmacyBecomesACustomerAndItsOrderIsShippedOverSoap() {
        follow(new Pharmacy("soap", "仁和堂大药房（SOAP）", "91110000MA0F16Q910", "京DA010000001", false));
    }

    @Test
    @Order(2)
    void aPharmacyBecomesACustomerAndItsOrderIsShippedOverRest() {
        Staff integration = Staff.signIn(browser, mall, "integration");
        integration.setPolicies("erp-soap", "OFF", "OFF", "OFF", "OFF");
        integration.setPolicies("erp-rest", "IN", "IN", "BOTH", "BOTH");

        follow(new Pharmacy("rest", "百草堂大药房（REST）", "9144030071526726XG", "粤DA755000002", true));
    }

    private static void follow(Pharmacy pharmacy) {
        Applicant applicant = Applicant.register(browser, mall, pharmacy);
        applicant.uploadAllDocuments();
        String application = applicant.submit();

        Staff reviewer = Staff.signIn(browser, mall, "quality");
        reviewer.askForSupplement(application, "请补充最新的采购人员授权委托书");
        applicant.awaitState("SUPPLEMENT_REQUESTED");
        applicant.uploadAuthorisation();
        applicant.submit();
        reviewer.approve(application);
        if (pharmacy.risky()) {
            Staff.signIn(browser, mall, "head").approve(application);
        }
        applicant.awaitState("ACTIVE");

        String product = Product.findPlentiful(mall);
        String customer = applicant.customerNumber();
        Staff.signIn(browser, mall, "finance").setCredit(customer, "100");
        Staff.signIn(browser, mall, "sales").agreePrice(customer, product, "88.88");

        applicant.putInCart(product, 3);
        assertThat(applicant.cartText()).contains("88.88");
        String order = applicant.placeOrder();
        Staff.signIn(browser, mall, "finance").approveOrder(order);

        Erp erp = new Erp(mall.erp());
        await().atMost(PATIENCE).until(() -> erp.committedOrders().containsKey(order));
        assertThat(erp.committedOrders().get(order)).as("orders in the ERP").isEqualTo(1);
        String erpNumber = erp.numberOf(order);
        BackOffice office = BackOffice.signIn(browser, mall);
        office.accept(erpNumber);
        office.ship(erpNumber);

        applicant.awaitOrderState(order, "COMPLETED");
        assertThat(applicant.orderText(order))
                .contains(erpNumber)
                .contains("266.64")
                .as("electronic invoice")
                .containsPattern("\\d{2}312\\d{15}");
        String thread = Staff.signIn(browser, mall, "sales").orderThread(order);
        assertThat(thread).contains(erpNumber).contains(order);
        assertThat(erp.committedOrders().get(order))
                .as("orders in the ERP at the end")
                .isEqualTo(1);
    }
}
