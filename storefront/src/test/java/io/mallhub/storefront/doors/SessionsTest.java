package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.MutableClock;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerRight;
import io.mallhub.identity.BuyerView;
import io.mallhub.shared.Actor;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.ApiClient;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.TradingCompany;
import io.mallhub.storefront.fixture.Visitor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a buyer's session begins, ends, and cannot be guessed. */
@StorefrontTest
class SessionsTest {
    private static final Actor ADMIN = Actor.staff("admin", "Admin");
    @Autowired Companies companies;
    @Autowired Accounts accounts;
    @Autowired MutableClock clock;
    @Autowired JdbcClient jdbc;
    @LocalServerPort int port;

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void aSessionPlantedBeforeTheSignInIsWorthNothingAfterIt() {
        BuyerView buyer = companies.anApplicant();
        Visitor victim = Visitor.at(port);
        victim.get("/login");
        String planted = victim.session().orElseThrow();

        victim.signIn(buyer.login(), Companies.PASSWORD);

        assertThat(victim.session()).isPresent().get().isNotEqualTo(planted);
        Visitor attacker = Visitor.at(port);
        attacker.takeSession(planted);
        assertThat(attacker.get("/registration").location()).isEqualTo("/login");
    }

    @Test
    void theCookieIsForTheBrowserAlone() {
        Answer page = Visitor.at(port).get("/login");

        assertThat(page.cookie("MALLHUB"))
                .hasValueSatisfying(it -> assertThat(it).contains("HttpOnly", "SameSite=Lax"));
    }

    @Test
    void signingOutEndsTheSession() {
        Visitor buyer = Visitor.signedIn(port, companies.anApplicant());
        String session = buyer.session().orElseThrow();

        buyer.post("/logout", Map.of());

        Visitor later = Visitor.at(port);
        later.takeSession(session);
        assertThat(later.get("/registration").location()).isEqualTo("/login");
    }

    @Test
    void aChangedPasswordEndsTheSessionsOpenedUnderTheOldOne() {
        BuyerView buyer = companies.anApplicant();
        Visitor session = Visitor.signedIn(port, buyer);
        assertThat(session.get("/registration").status()).isEqualTo(200);

        accounts.changePassword(buyer.id(), "another fine password", ADMIN);

        assertThat(session.get("/registration").location()).isEqualTo("/login");
        assertThat(Visitor.at(port).signIn(buyer.login(), "another fine password").location())
                .isEqualTo("/");
    }

    @Test
    void aDisabledAccountIsOutAtTheNextClickAtBothDoors() {
        BuyerView buyer = companies.anApplicant();
        Visitor session = Visitor.signedIn(port, buyer);

        accounts.setEnabled(buyer.id(), false, ADMIN);

        assertThat(session.get("/registration").location()).isEqualTo("/login");
        assertThat(ApiClient.of(port, buyer).get("/api/orders").status()).isEqualTo(401);
        assertThat(Visitor.at(port).signIn(buyer.login(), Companies.PASSWORD).location())
                .isEqualTo("/login?error");
    }

    @Test
    void aTakenRightIsGoneAtTheNextClick() {
        TradingCompany company = companies.aTradingCompany();
        BuyerView buyer = companies.aUser(company.customer().id(), BuyerRight.ORDER);
        Visitor session = Visitor.signedIn(port, buyer);
        assertThat(session.get("/cart").status()).isEqualTo(200);

        jdbc.sql("DELETE FROM buyer_right WHERE account = ?").param(buyer.id().value()).update();

        assertThat(session.get("/cart").status()).isEqualTo(403);
    }

    @Test
    void fiveWrongPasswordsLockTheLoginForAWhileAtBothDoors() {
        BuyerView buyer = companies.anApplicant();
        for (int i = 0; i < 3; i++) {
            Visitor.at(port).signIn(buyer.login(), "wrong password");
        }
        ApiClient.of(port, buyer.login(), "wrong password").get("/api/orders");
        ApiClient.of(port, buyer.login(), "wrong password").get("/api/orders");

        assertThat(Visitor.at(port).signIn(buyer.login(), Companies.PASSWORD).location())
                .isEqualTo("/login?error");
        assertThat(ApiClient.of(port, buyer).get("/api/orders").status()).isEqualTo(401);

        clock.advance(Duration.ofMinutes(16));
        assertThat(ApiClient.of(port, buyer).get("/api/orders").status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginLookTheSame() {
        BuyerView buyer = companies.anApplicant();
        Answer wrong = Visitor.at(port).signIn(buyer.login(), "wrong password");
        Answer unknown = Visitor.at(port).signIn("nobody-" + buyer.login(), "wrong password");

        assertThat(unknown.status()).isEqualTo(wrong.status());
        assertThat(unknown.location()).isEqualTo(wrong.location());
        assertThat(ApiClient.of(port, "nobody", "wrong password").get("/api/orders").body())
                .isEqualTo(ApiClient.of(port, buyer.login(), "wrong").get("/api/orders").body());
    }

    /** Staff has its own door. */
    @Test
    void aStaffLoginDoesNotOpenTheShop() {
        String login = "staff-at-the-shop";
        accounts.createStaff(
                new Accounts.CreateStaff(
                        login,
                        "Zhang",
                        Companies.PASSWORD,
                        java.util.Set.of(io.mallhub.identity.Role.SALES),
                        ADMIN));

        assertThat(Visitor.at(port).signIn(login, Companies.PASSWORD).location())
                .isEqualTo("/login?error");
    }
}
