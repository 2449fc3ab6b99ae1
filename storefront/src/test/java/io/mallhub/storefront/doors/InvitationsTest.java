package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.Customers;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.shared.Actor;
import io.mallhub.shared.PageRequest;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A salesperson's link brings him customers; nothing else does. */
@StorefrontTest
class InvitationsTest {
    private static final Actor ADMIN = Actor.staff("admin", "Admin");
    @Autowired Accounts accounts;
    @Autowired Customers customers;
    @LocalServerPort int port;

    @Test
    void aCompanyThatRegistersThroughTheLinkOfASalespersonIsHis() {
        String salesperson = aMemberOfStaff("link-owner", Role.SALESPERSON);
        Visitor registrant = Visitor.at(port);
        assertThat(registrant.get("/register?by=" + salesperson).body())
                .contains("name=\"by\" value=\"" + salesperson + "\"");

        register(registrant, "invited", salesperson);

        assertThat(customers.broughtBy(salesperson, PageRequest.first(5)).total()).isEqualTo(1);
    }

    @Test
    void anybodyElseInTheLinkCountsAsNobodyAndIsNotToldApart() {
        String finance = aMemberOfStaff("not-a-salesperson", Role.FINANCE);

        register(Visitor.at(port), "by-finance", finance);
        register(Visitor.at(port), "by-nobody", "nobody-of-that-name");

        assertThat(customers.broughtBy(finance, PageRequest.first(5)).total()).isZero();
        assertThat(customers.broughtBy("nobody-of-that-name", PageRequest.first(5)).total())
                .isZero();
    }

    private void register(Visitor registrant, String login, String by) {
        Map<String, String> fields = new HashMap<>();
        Door.ALL.stream()
                .filter(door -> door.pattern().equals("/registration/company"))
                .forEach(door -> fields.putAll(door.fields()));
        fields.putAll(
                Map.of("login", login, "person", "某人", "password", Companies.PASSWORD, "by", by));

        assertThat(registrant.post("/register", fields).location()).isEqualTo("/registration");
    }

    private String aMemberOfStaff(String login, Role role) {
        return accounts.createStaff(
                        new Accounts.CreateStaff(
                                login, "Zhang", Companies.PASSWORD, Set.of(role), ADMIN))
                .login();
    }
}
