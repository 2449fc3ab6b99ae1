package io.mallhub.storefront.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.catalog.Products;
import io.mallhub.catalog.Visibility;
import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.catalog.VisibilityRule.AudienceKind;
import io.mallhub.catalog.VisibilityRule.Effect;
import io.mallhub.catalog.VisibilityRule.Goods;
import io.mallhub.catalog.VisibilityRule.GoodsKind;
import io.mallhub.commission.Commissions;
import io.mallhub.commission.Commissions.Share;
import io.mallhub.distribution.Distribution;
import io.mallhub.distribution.Distribution.ChangeTerms;
import io.mallhub.distribution.Distribution.Terms;
import io.mallhub.distribution.DistributionGoods;
import io.mallhub.distribution.DistributionGoods.PutGood;
import io.mallhub.distribution.Distributors;
import io.mallhub.distribution.Distributors.Appoint;
import io.mallhub.distribution.ShareLink;
import io.mallhub.distribution.ShareLinks;
import io.mallhub.distribution.ShareLinks.MakeLink;
import io.mallhub.distribution.ShareLinks.MakeOutcome;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerView;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.openness.GuestAccess;
import io.mallhub.openness.Openness;
import io.mallhub.openness.Openness.ChangeDoors;
import io.mallhub.openness.Openness.Doors;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.storefront.fixture.Answer;
import io.mallhub.storefront.fixture.Companies;
import io.mallhub.storefront.fixture.StorefrontTest;
import io.mallhub.storefront.fixture.Visitor;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a share link to the order, over the wire. */
@StorefrontTest
class SharingTest {
    private static final Actor MARKETING = Actor.staff("marketing-of-links", "市场");
    private static final String COOKIE = "MALLSHARE";

    @Autowired Distribution distribution;
    @Autowired DistributionGoods goods;
    @Autowired Distributors distributors;
    @Autowired ShareLinks links;
    @Autowired Commissions commissions;
    @Autowired Visibility visibility;
    @Autowired Openness openness;
    @Autowired Accounts accounts;
    @Autowired Products products;
    @Autowired Companies companies;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private StaffView sharer;
    private String product;
    private ShareLink link;

    @BeforeEach
    void aLink() {
        Terms now = distribution.terms();
        if (!now.enabled()) {
            distribution.change(
                    new ChangeTerms(new Terms(now.version(), true, 7), "测试", MARKETING));
        }
        product = companies.aProduct();
        assertThat(
                        goods.put(
                                new PutGood(
                                        product,
                                        new BigDecimal("0.05"),
                                        BigDecimal.ZERO,
                                        MallTime.today(clock),
                                        null,
                                        "测试",
                                        MARKETING)))
                .isEmpty();
        sharer =
                accounts.createStaff(
                        new Accounts.CreateStaff(
                                "sharer-" + UUID.randomUUID().toString().substring(0, 8),
                                "分销员",
                                "long enough a password",
                                EnumSet.of(Role.SALESPERSON),
                                MARKETING));
        assertThat(distributors.appoint(new Appoint(sharer.login(), null, "测试", MARKETING)))
                .isEmpty();
        link = made(product);
    }

    @Test
    void aGuestComesThroughTheLinkSignsInAndTheOrderIsTheSharers() {
        BuyerView buyer = companies.aTradingCompany().buyer();
        Visitor guest = Visitor.at(port);
        Answer landing = guest.get(link.path());
        assertThat(landing.location()).isEqualTo("/products/" + product);
        assertThat(landing.cookie(COOKIE).orElseThrow())
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(guest.get(landing.location()).status()).isEqualTo(200);

        guest.signIn(buyer.login(), Companies.PASSWORD);
        Answer moved = guest.get("/");
        assertThat(moved.cookie(COOKIE).orElseThrow()).contains("Max-Age=0");
        String order = order(guest);

        assertThat(commissions.shares(order))
                .containsExactly(
                        new Share(
                                products.byCode(product).orElseThrow().id(),
                                1,
                                sharer.login(),
                                link.code()));
    }

    @Test
    void aBuyerWhoIsSignedInNeedsNoCookie() {
        BuyerView buyer = companies.aTradingCompany().buyer();
        Visitor visitor = Visitor.signedIn(port, buyer);

        Answer landing = visitor.get(link.path());

        assertThat(landing.location()).isEqualTo("/products/" + product);
        assertThat(landing.cookie(COOKIE)).isEmpty();
        assertThat(commissions.shares(order(visitor))).hasSize(1);
    }

    @Test
    void theFirstOrderRightAfterTheSignInIsAttributedToo() {
        BuyerView buyer = companies.aTradingCompany().buyer();
        Visitor guest = Visitor.at(port);
        guest.get(link.path());
        guest.signIn(buyer.login(), Companies.PASSWORD);

        assertThat(commissions.shares(order(guest))).hasSize(1);
    }

    @Test
    void aLinkThatIsNoneLeadsPolitelyToTheMall() {
        links.revoke(link.id(), null, "测试", MARKETING);
        for (String path : List.of(link.path(), "/s/2345678923456789", "/s/x", "/s/%2e%2e")) {
            Visitor guest = Visitor.at(port);
            Answer landing = guest.get(path);

            if (landing.status() == 302) { // the firewall may refuse an odd path before
                assertThat(landing.location()).as(path).isEqualTo("/");
                assertThat(landing.cookie(COOKIE)).as(path).isEmpty();
                assertThat(guest.get("/").body()).as(path).contains("分享链接已失效");
            } else {
                assertThat(landing.status()).as(path).isEqualTo(400);
            }
        }
    }

    @Test
    void noParameterLeadsAnywhereElse() {
        Answer landing =
                Visitor.at(port)
                        .get(
                                link.path()
                                        + "?product=//evil.example&url=https://evil.example"
                                        + "&continue=//evil.example");

        assertThat(landing.location()).isEqualTo("/products/" + product);
    }

    @Test
    void aPictureOnAnotherPageIsNoClick() {
        Visitor guest = Visitor.at(port);
        for (Map<String, String> headers :
                List.of(Map.of("Sec-Fetch-Dest", "image"), Map.of("Sec-Purpose", "prefetch"))) {
            Answer answer = guest.send("GET", link.path(), BodyPublishers.noBody(), headers);

            assertThat(answer.location()).isEqualTo("/");
            assertThat(answer.cookie(COOKIE)).isEmpty();
        }
        assertThat(links.link(link.id()).orElseThrow().visits()).isZero();
    }

    @Test
    void aForgedCookieIsThrownAwayAndBringsNothing() {
        BuyerView buyer = companies.aTradingCompany().buyer();
        Visitor visitor = Visitor.signedIn(port, buyer);
        String forged = link.code() + ".1796000000_" + "A".repeat(43);

        Answer answer =
                visitor.send(
                        "GET",
                        "/orders",
                        BodyPublishers.noBody(),
                        Map.of(
                                "Cookie",
                                "MALLHUB="
                                        + visitor.session().orElseThrow()
                                        + "; "
                                        + COOKIE
                                        + "="
                                        + forged));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.cookie(COOKIE).orElseThrow()).contains("Max-Age=0");
        assertThat(commissions.shares(order(visitor))).isEmpty();
    }

    @Test
    void hiddenGoodsStayHiddenAndAClosedMallAsksForTheSignIn() {
        String id = products.byCode(product).orElseThrow().id().value().toString();
        visibility.put(
                new Visibility.PutRule(
                        Effect.HIDE,
                        new Goods(GoodsKind.PRODUCT, id, product),
                        new Audience(AudienceKind.EVERYONE, "", ""),
                        null,
                        null,
                        "测试",
                        MARKETING));
        Visitor guest = Visitor.at(port);
        assertThat(guest.get(link.path()).location()).isEqualTo("/");
        assertThat(guest.get("/").body()).contains("登录后才可能可见");

        Doors before = openness.doors();
        open(GuestAccess.NOTHING);
        try {
            Visitor another = Visitor.at(port);
            Answer mall = another.get(made("").path());
            assertThat(mall.location()).isEqualTo("/");
            assertThat(another.get("/").location()).isEqualTo("/login");
        } finally {
            open(before.guests());
        }
    }

    @Test
    void onlyAGetIsALanding() {
        assertThat(Visitor.at(port).postFromElsewhere(link.path(), Map.of()).status())
                .isIn(403, 405);
    }

    private void open(GuestAccess guests) {
        Doors now = openness.doors();
        if (now.guests() != guests) {
            openness.change(
                    new ChangeDoors(
                            new Doors(now.version(), guests, now.registration()), "测试", MARKETING));
        }
    }

    private ShareLink made(String of) {
        LocalDate today = MallTime.today(clock);
        MakeOutcome outcome =
                links.make(new MakeLink(of, "", today, today.plusDays(30), sharer.actor()));
        return ((MakeOutcome.Made) outcome).link();
    }

    /** Ten of the product, through the pages. */
    private String order(Visitor buyer) {
        buyer.post("/cart", Map.of("product", product, "quantity", "10"));
        Answer placed =
                buyer.post(
                        "/cart/order",
                        Map.of("key", UUID.randomUUID().toString(), "payment", "CREDIT"));
        assertThat(placed.location()).startsWith("/orders/SO");
        return placed.location().replaceFirst(".*/", "");
    }
}
