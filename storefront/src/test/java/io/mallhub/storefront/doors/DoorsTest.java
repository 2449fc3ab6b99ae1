package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.identity.BuyerRight;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.Rows;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.TradingCompany;
import io.mallhub.storefront.fixture.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every door of the storefront, tried by everybody. */
@StorefrontTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorsTest {
    @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
    @Autowired Companies companies;
    @Autowired Rows rows;
    @LocalServerPort int port;
    private TradingCompany ours;
    private TradingCompany theirs;

    @BeforeAll
    void twoCompanies() {
        ours = companies.aTradingCompany();
        theirs = companies.aTradingCompany();
    }

    @Test
    void everyHandlerIsADoorThatIsTried() {
        Set<String> mapped =
                requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                        .filter(it -> isOfTheStorefront(it.getValue().getBeanType()))
                        .flatMap(
                                it ->
                                        it.getKey().getPatternValues().stream()
                                                .map(
                                                        path ->
                                                                it.getKey()
                                                                                .getMethodsCondition()
                                                                                .getMethods()
                                                                        + " "
                                                                        + path))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(mapped)
                .isEqualTo(
                        Stream.of(
                                        Door.ALL,
                                        Door.OF_PARTS,
                                        Door.OF_TRANSFERS,
                                        Door.OF_PAYMENTS,
                                        Door.OF_LINKS)
                                .flatMap(List::stream)
                                .map(door -> "[" + door.method() + "] " + door.pattern())
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void aGuestPassesOnlyTheDoorsForGuests() {
        Caller guest = Caller.guest(port);

        for (Door door : refusing()) {
            Answer answer = guest.tries(door, ours);

            if (door.forGuests()) {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
            } else if (door.isApi()) {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate")).as("no challenge").isEmpty();
            } else {
                assertThat(answer.location()).as(answer.toString()).isEqualTo("/login");
            }
        }
    }

    /** Of a company of their own, so that what the open doors do harms nobody. */
    @ParameterizedTest
    @EnumSource(BuyerRight.class)
    void aUserPassesTheDoorsOfHisRightAndNoOther(BuyerRight right) {
        TradingCompany company = companies.aTradingCompany();
        Caller user = Caller.of(port, companies.aUser(company.customer().id(), right));

        tryAll(user, company, Set.of(right));
    }

    @Test
    void aUserWithoutRightsOnlyLooks() {
        Caller user = Caller.of(port, companies.aUser(ours.customer().id()));
        Map<String, String> before = rows.all();

        tryAll(user, ours, Set.of());

        assertThat(rows.all()).isEqualTo(before);
    }

    /** Those that must be shut to who may not, whatever they need to let others in. */
    private static List<Door> refusing() {
        return Stream.of(Door.ALL, Door.OF_PARTS, Door.OF_TRANSFERS).flatMap(List::stream).toList();
    }

    private static void tryAll(Caller user, TradingCompany company, Set<BuyerRight> rights) {
        for (Door door : Door.ALL) {
            Answer answer = user.tries(door, company);

            if (door.opensTo(rights)) {
                assertThat(answer.status())
                        .as(answer.toString())
                        .isIn(200, 201, 202, 302)
                        .isNotEqualTo(403);
                assertThat(answer.location()).as(answer.toString()).doesNotStartWith("/login");
            } else {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
            }
        }
    }

    @Test
    void aBuyerFindsNothingOfAnotherCompany() {
        Caller stranger = Caller.of(port, theirs.buyer());
        Map<String, String> before = rows.about(ours.ids());

        for (Door door : refusing()) {
            Answer answer = stranger.tries(door, ours);

            if (door.isToOneRecord()) {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
            }
            assertThat(answer.body())
                    .as(answer.toString())
                    .doesNotContain(ours.customer().company().name())
                    .doesNotContain(ours.customer().number())
                    .doesNotContain(ours.application().number())
                    .doesNotContain(ours.buyer().login());
        }
        assertThat(rows.about(ours.ids())).isEqualTo(before);
    }

    @Test
    void noParameterMakesABuyerActForAnotherCompany() {
        Caller stranger = Caller.of(port, theirs.buyer());
        Map<String, String> before = rows.about(ours.ids());
        String company = ours.customer().id().value().toString();
        String user = ours.buyer().id().value().toString();
        Map<String, String> borrowed =
                Map.of(
                        "company",
                        company,
                        "customer",
                        company,
                        "buyer",
                        ours.buyer().login(),
                        "user",
                        user,
                        "id",
                        user,
                        "number",
                        ours.application().number(),
                        "registration",
                        ours.application().number(),
                        "application",
                        ours.application().number(),
                        "state",
                        "",
                        "salesperson",
                        "me");

        for (Door door : Door.ALL) {
            boolean ownFieldOfThatName = door.pattern().equals("/registration/documents");
            Answer answer =
                    ownFieldOfThatName
                            ? stranger.tries(door, theirs)
                            : stranger.tries(door, theirs, borrowed);

            assertThat(answer.body())
                    .as(answer.toString())
                    .doesNotContain(ours.customer().company().name())
                    .doesNotContain(ours.order());
        }
        assertThat(rows.about(ours.ids())).isEqualTo(before);
    }

    @Test
    void aFormOfAForeignPageIsRefusedAtEveryDoorThatWrites() {
        Visitor victim = Visitor.signedIn(port, ours.buyer());
        Map<String, String> before = rows.all();

        for (Door door : Door.ALL) {
            if (door.isWrite() && !door.isApi()) {
                Answer answer = victim.postFromElsewhere(door.path(ours), door.fields());

                assertThat(answer.status()).as(answer.toString()).isEqualTo(403);
            }
        }
        assertThat(victim.postFromElsewhere("/logout", Map.of()).status()).isEqualTo(403);
        assertThat(victim.get("/orders").status()).as("still signed in").isEqualTo(200);
        assertThat(rows.all()).isEqualTo(before);
    }

    /** A browser sends the cookie along; the API must not take it for a sign-in. */
    @Test
    void theSessionOfTheBrowserOpensNoDoorOfTheApi() {
        Visitor victim = Visitor.signedIn(port, ours.buyer());

        for (Door door : Door.ALL) {
            if (door.isApi() && !door.forGuests()) {
                Answer answer =
                        door.isWrite()
                                ? victim.post(door.path(ours), Map.of())
                                : victim.get(door.path(ours));

                assertThat(answer.status()).as(answer.toString()).isEqualTo(401);
            }
        }
    }

    private static boolean isOfTheStorefront(Class<?> controller) {
        return controller.getPackageName().startsWith("io.mallhub.storefront");
    }
}
