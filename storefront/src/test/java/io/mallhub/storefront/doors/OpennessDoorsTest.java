package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Visibility;
import io.mallhub.catalog.Visibility.PutOutcome;
import io.mallhub.catalog.Visibility.PutRule;
import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.customer.Customers;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.openness.GuestAccess;
import io.mallhub.openness.InvitationState;
import io.mallhub.openness.Invitations;
import io.mallhub.openness.Invitations.InvitationQuery;
import io.mallhub.openness.Invitations.MakeInvitation;
import io.mallhub.openness.Invitations.MakeOutcome;
import io.mallhub.openness.InviteeKind;
import io.mallhub.openness.Openness;
import io.mallhub.openness.Openness.ChangeDoors;
import io.mallhub.openness.Openness.Doors;
import io.mallhub.openness.RegistrationAccess;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.PageRequest;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.ApiClient;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.TradingCompany;
import io.mallhub.storefront.fixture.Visitor;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The doors of a mall that is not open to everybody, and goods that are not for everybody. */
@StorefrontTest
class OpennessDoorsTest {
    private static final Actor ADMIN = Actor.staff("admin", "Admin");
    private static final String PHONE = "13712345678";

    @Autowired Openness openness;
    @Autowired Invitations invitations;
    @Autowired Visibility visibility;
    @Autowired Products products;
    @Autowired Companies companies;
    @Autowired Customers customers;
    @Autowired Accounts accounts;
    @Autowired Clock clock;
    @LocalServerPort int port;

    @AfterEach
    void wideOpen() {
        set(GuestAccess.CATALOGUE, RegistrationAccess.OPEN);
    }

    @Test
    void aGuestOfAMallThatIsClosedToGuestsSeesTheWayInOnly() {
        TradingCompany company = companies.aTradingCompany();
        set(GuestAccess.NOTHING, RegistrationAccess.OPEN);
        Visitor guest = Visitor.at(port);

        for (String path :
                List.of("/", "/products", "/products?q=a", "/products/" + company.product())) {
            assertThat(guest.get(path).location()).as(path).isEqualTo("/login");
        }
        assertThat(ApiClient.nobody(port).get("/api/openapi.yaml").status()).isEqualTo(401);
        assertThat(ApiClient.nobody(port).get("/api/products").status()).isEqualTo(401);
        assertThat(guest.get("/login").status()).isEqualTo(200);
        assertThat(guest.get("/register").status()).isEqualTo(200);
        Visitor buyer = Visitor.signedIn(port, company.buyer());
        assertThat(buyer.get("/products/" + company.product()).status()).isEqualTo(200);
        assertThat(ApiClient.of(port, company.buyer()).get("/api/openapi.yaml").status())
                .isEqualTo(200);
    }

    @Test
    void whereRegistrationIsClosedNobodyRegistersWithoutAnInvitation() {
        set(GuestAccess.CATALOGUE, RegistrationAccess.INVITED);
        Visitor guest = Visitor.at(port);

        assertThat(guest.get("/register").body())
                .contains("id=\"invitation\"")
                .doesNotContain("name=\"uscc\"");
        Answer answer = register(guest, "uninvited", "");
        Answer guessed = register(guest, "uninvited", "ABCD-EFGH-JKLM-NPQR");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(guessed.status()).isEqualTo(200);
        assertThat(accounts.buyer("uninvited")).isEmpty();
    }

    @Test
    void anInvitationOpensTheFormForWhoItIsForOnceAndBindsItsSalesperson() {
        String seller = "seller-of-invited";
        accounts.createStaff(
                new Accounts.CreateStaff(
                        seller, "Zhang", Companies.PASSWORD, Set.of(Role.SALESPERSON), ADMIN));
        set(GuestAccess.CATALOGUE, RegistrationAccess.INVITED);
        String another = invitation("13987654321", seller);
        String code = invitation(PHONE, seller);
        Visitor guest = Visitor.at(port);
        assertThat(guest.get("/register?invitation=" + code).body()).contains("name=\"uscc\"");

        Answer forAnother = register(guest, "invited-one", another);
        Answer first = register(guest, "invited-one", code);
        Answer again = register(Visitor.at(port), "invited-two", code);

        assertThat(forAnother.status()).isEqualTo(200);
        assertThat(first.location()).isEqualTo("/registration");
        assertThat(again.status()).isEqualTo(200);
        assertThat(accounts.buyer("invited-two")).isEmpty();
        assertThat(customers.broughtBy(seller, PageRequest.first(5)).total()).isEqualTo(1);
    }

    @Test
    void aLoginThatIsTakenLeavesTheInvitationOpen() {
        TradingCompany company = companies.aTradingCompany();
        set(GuestAccess.CATALOGUE, RegistrationAccess.INVITED);
        String code = invitation(PHONE, null);

        Answer taken = register(Visitor.at(port), company.buyer().login(), code);

        assertThat(taken.status()).isEqualTo(200);
        assertThat(invitations.byCode(code).orElseThrow().state()).isEqualTo(InvitationState.OPEN);
        assertThat(
                        invitations
                                .page(
                                        new InvitationQuery(InvitationState.OPEN, null, PHONE),
                                        PageRequest.first(5))
                                .total())
                .isPositive();
    }

    @Test
    void whatIsHiddenFromACompanyIsNowhereForItAndStandsForOthers() {
        TradingCompany ours = companies.aTradingCompany();
        TradingCompany theirs = companies.aTradingCompany();
        ProductView product = products.byCode(ours.product()).orElseThrow();
        hide(product, ours);
        Visitor us = Visitor.signedIn(port, ours.buyer());
        ApiClient ourProgram = ApiClient.of(port, ours.buyer());
        String search = "/products?q=" + product.code();
        String page = "/products/" + product.code();

        assertThat(us.get(page).status()).isEqualTo(404);
        assertThat(us.get(search).body()).doesNotContain(page + "\"");
        assertThat(ourProgram.get("/api" + page).status()).isEqualTo(404);
        assertThat(ourProgram.get("/api" + search).body()).contains("\"total\":0");
        Answer order =
                ourProgram.order(
                        UUID.randomUUID().toString(),
                        "{\"lines\":[{\"product\":\"%s\",\"quantity\":2}]}"
                                .formatted(product.code()));
        assertThat(order.status()).isEqualTo(422);
        assertThat(order.body()).contains("product.hidden");
        assertThat(us.get("/cart").body()).contains("商品不对贵单位供应");
        assertThat(Visitor.signedIn(port, theirs.buyer()).get(page).status()).isEqualTo(200);
        assertThat(ApiClient.of(port, theirs.buyer()).get("/api" + page).status()).isEqualTo(200);
        assertThat(Visitor.at(port).get(page).status()).isEqualTo(200);
    }

    private void hide(ProductView product, TradingCompany from) {
        PutOutcome outcome =
                visibility.put(
                        new PutRule(
                                Effect.HIDE,
                                new Goods(
                                        GoodsKind.PRODUCT,
                                        product.id().value().toString(),
                                        product.code()),
                                new Audience(
                                        AudienceKind.CUSTOMER,
                                        from.customer().id().value().toString(),
                                        from.customer().number()),
                                null,
                                null,
                                "独家供应",
                                ADMIN));
        assertThat(outcome).isInstanceOf(PutOutcome.Put.class);
    }

    private void set(GuestAccess guests, RegistrationAccess registration) {
        openness.change(
                new ChangeDoors(
                        new Doors(openness.doors().version(), guests, registration),
                        "test",
                        ADMIN));
    }

    private String invitation(String phone, @Nullable String seller) {
        MakeOutcome made =
                invitations.make(
                        new MakeInvitation(
                                InviteeKind.PHONE,
                                phone,
                                seller,
                                MallTime.today(clock).plusDays(3),
                                "展会认识",
                                ADMIN));
        return ((MakeOutcome.Made) made).code();
    }

    private static Answer register(Visitor registrant, String login, String code) {
        Map<String, String> fields = new HashMap<>();
        Door.ALL.stream()
                .filter(door -> door.pattern().equals("/registration/company"))
                .forEach(door -> fields.putAll(door.fields()));
        fields.put("phone", PHONE);
        fields.putAll(
                Map.of(
                        "login",
                        login,
                        "person",
                        "某人",
                        "password",
                        Companies.PASSWORD,
                        "invitation",
                        code));
        return registrant.post("/register", fields);
    }
}
