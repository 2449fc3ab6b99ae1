package io.mallhub.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.catalog.Products;
import io.mallhub.commission.Commissions;
import io.mallhub.commission.Commissions.LinkFigures;
import io.mallhub.commission.Commissions.Share;
import io.mallhub.commission.Entry;
import io.mallhub.customer.CustomerView;
import io.mallhub.distribution.Distribution.ChangeOutcome;
import io.mallhub.distribution.Distribution.ChangeTerms;
import io.mallhub.distribution.Distribution.Terms;
import io.mallhub.distribution.DistributionGoods.Good;
import io.mallhub.distribution.DistributionGoods.PutGood;
import io.mallhub.distribution.Distributors.Appoint;
import io.mallhub.distribution.Distributors.DistributorQuery;
import io.mallhub.distribution.ShareLinks.LinkQuery;
import io.mallhub.distribution.ShareLinks.MakeLink;
import io.mallhub.distribution.ShareLinks.MakeOutcome;
import io.mallhub.distribution.Sharing.Landing;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.order.Orders;
import io.mallhub.order.SubmitOrder;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@MallTest
class SharingTest {
    private static final Actor MARKETING = Actor.staff("marketing-of-tests", "市场");
    private static final Duration WEEK = Duration.ofDays(7);

    @Autowired Distribution distribution;
    @Autowired DistributionGoods goods;
    @Autowired Distributors distributors;
    @Autowired ShareLinks links;
    @Autowired Sharing sharing;
    @Autowired Commissions commissions;
    @Autowired Orders orders;
    @Autowired Accounts accounts;
    @Autowired Products products;
    @Autowired TradeFixtures trade;
    @Autowired CustomerFixtures customers;
    @Autowired MutableClock clock;
    @Autowired JdbcClient jdbc;

    private final String login = "buyer-" + UUID.randomUUID();
    private final Actor buyer = Actor.buyer(login, "韩梅梅");
    private CustomerView company;
    private ProductId product;
    private StaffView sharer;

    @BeforeEach
    void aSharerAndAProductToShare() {
        turn(true, 7);
        company = customers.anActiveCustomer();
        trade.giveCredit(company.id(), "100000.00");
        product = aSharedProduct("0.05", "0.01");
        sharer = aDistributor(null);
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void aGuestWhoSignsInAndOrdersWithinTheWindowBroughtTheSharerHisCommission() {
        StaffView below = aDistributor(sharer.login());
        ShareLink link = aLink(below, product);
        Landing.Open landing = followed(link, "");
        assertThat(landing.product()).isEqualTo(code(product));

        sharing.keep(login, landing.clicks());
        clock.advance(WEEK);
        String order = ordered(product);

        assertThat(commissions.shares(order))
                .containsExactly(
                        new Share(product, 1, below.login(), link.code()),
                        new Share(product, 2, sharer.login(), link.code()));
        complete(order);
        assertThat(earned(order))
                .containsExactly(below.login() + " 4.43", sharer.login() + " 0.89");
        assertThat(commissions.figures(List.of(link.code()), null))
                .containsEntry(link.code(), new LinkFigures(1, Money.of("5.32")));
        assertThat(commissions.figures(List.of(link.code()), below.login()))
                .containsEntry(link.code(), new LinkFigures(1, Money.of("4.43")));
    }

    @Test
    void aSecondAfterTheWindowNothingIsAttributed() {
        ShareLink link = aLink(sharer, product);
        sharing.follow(link.code(), "", login);

        clock.advance(WEEK.plusSeconds(1));

        assertThat(commissions.shares(ordered(product))).isEmpty();
    }

    @Test
    void theWindowIsTheOneInForceWhenTheOrderIsPlaced() {
        sharing.follow(aLink(sharer, product).code(), "", login);
        clock.advance(Duration.ofDays(2));
        assertThat(commissions.shares(ordered(product))).hasSize(1);

        turn(true, 1);

        assertThat(commissions.shares(ordered(product))).isEmpty();
    }

    @Test
    void theLastClickCountsBeItOfTheMallOrOfTheProduct() {
        StaffView other = aDistributor(null);
        ShareLink first = aLink(sharer, product);
        ShareLink mall = aLink(other, null);
        sharing.follow(first.code(), "", login);
        clock.advance(Duration.ofHours(1));
        sharing.follow(mall.code(), "", login);
        assertThat(sharers(ordered(product))).containsExactly(other.login());

        clock.advance(Duration.ofHours(1));
        sharing.follow(first.code(), "", login);

        assertThat(sharers(ordered(product))).containsExactly(sharer.login());
    }

    @Test
    void onlyDistributedGoodsThatTheLinkIsAboutAreAttributed() {
        ProductId another = aSharedProduct("0.05", "0");
        ProductId plain = trade.aProduct();
        sharing.follow(aLink(sharer, product).code(), "", login);
        String ofAProduct = ordered(product, another, plain);
        clock.advance(Duration.ofMinutes(1));
        sharing.follow(aLink(sharer, null).code(), "", login);
        String ofTheMall = ordered(product, another, plain);

        assertThat(commissions.shares(ofAProduct))
                .extracting(Share::product)
                .containsExactly(product);
        assertThat(commissions.shares(ofTheMall))
                .extracting(Share::product)
                .containsExactlyInAnyOrder(product, another);
    }

    @Test
    void aRevokedLinkEndsForThoseWhoHaveClickedToo() {
        ShareLink link = aLink(sharer, product);
        sharing.follow(link.code(), "", login);

        assertThat(links.revoke(link.id(), "somebody-else", "误发", sharer.actor()))
                .contains("share.not-to-revoke");
        assertThat(links.revoke(link.id(), null, " ", MARKETING)).contains("share.reason-missing");
        assertThat(links.revoke(link.id(), sharer.login(), "误发", sharer.actor())).isEmpty();

        assertThat(links.revoke(link.id(), null, "误发", MARKETING)).contains("share.not-to-revoke");
        assertThat(sharing.follow(link.code(), "", login)).isInstanceOf(Landing.Closed.class);
        assertThat(commissions.shares(ordered(product))).isEmpty();
    }

    @Test
    void switchedOffLinksLeadNowhereCountNothingAndBringNothing() {
        ShareLink link = aLink(sharer, product);
        sharing.follow(link.code(), "", login);
        turn(false, 7);

        assertThat(sharing.follow(link.code(), "", null)).isInstanceOf(Landing.Closed.class);
        assertThat(links.make(mallLink(sharer))).isEqualTo(refusedLink("share.off"));
        assertThat(commissions.shares(ordered(product))).isEmpty();
        assertThat(visits(link)).isEqualTo(1);
    }

    @Test
    void nobodyComesThroughALinkOfHisOwn() {
        ShareLink link = aLink(sharer, product);
        Landing.Open asGuest = followed(link, "");

        sharing.keep(sharer.login(), asGuest.clicks());
        sharing.follow(link.code(), "", sharer.login());

        Actor himself = Actor.buyer(sharer.login(), sharer.name());
        assertThat(commissions.shares(order(himself, product))).isEmpty();
        assertThat(clicks(sharer.login())).isZero();
    }

    @Test
    void whoSellsToTheCompanyEarnsItsLinesOnceThoughHeSharedThem() {
        CustomerView his = customers.aCustomerBroughtBy(sharer.login());
        trade.giveCredit(his.id(), "100000.00");
        company = his;
        sharing.follow(aLink(sharer, product).code(), "", login);
        String order = ordered(product);
        complete(order);

        assertThat(commissions.ofOrder(order))
                .extracting(Entry::line, Entry::beneficiary)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatTheBrowserKeptCountsOnlyAsTheMallSignedIt() {
        ShareLink link = aLink(sharer, product);
        String signed = followed(link, "").clicks();
        String later = signed.replaceFirst("\\.[0-9]+_", ".99999999999_");

        for (String forged : List.of("", "_", signed + "x", later, "x_y", "a".repeat(5_000))) {
            sharing.keep(login, forged);
        }

        assertThat(clicks(login)).isZero();
        sharing.keep(login, signed);
        assertThat(clicks(login)).isOne();
    }

    @Test
    void aBrowserIsCountedOnceAndKeepsItsLastTenLinks() {
        ShareLink link = aLink(sharer, product);
        String kept = followed(link, "").clicks();
        kept = followed(link, kept).clicks();
        sharing.follow(link.code(), "", login);
        sharing.follow(link.code(), "", login);
        assertThat(visits(link)).isEqualTo(2);

        for (int i = 0; i < 12; i++) {
            kept = followed(aLink(sharer, null), kept).clicks();
        }

        assertThat(kept.length()).isLessThan(400);
        sharing.keep("another-" + login, kept);
        assertThat(clicks("another-" + login)).isEqualTo(10);
    }

    @Test
    void codesThatAreNoneAreAnsweredLikeThoseThatAreOver() {
        ShareLink link = aLink(sharer, product);
        clock.advance(Duration.ofDays(31));

        for (String code :
                List.of(link.code(), "", "x", "../../etc/passwd", "2345678923456789", "{0}")) {
            assertThat(sharing.follow(code, "", null)).isInstanceOf(Landing.Closed.class);
        }
        assertThat(link.code()).hasSize(16);
    }

    @Test
    void whoHasEndedOrLeftBringsNothingAndThoseBelowShareWithoutHim() {
        StaffView below = aDistributor(sharer.login());
        sharing.follow(aLink(below, product).code(), "", login);
        assertThat(sharers(ordered(product))).containsExactly(below.login(), sharer.login());

        assertThat(distributors.end(sharer.login(), "调岗", MARKETING)).isEmpty();
        assertThat(sharers(ordered(product))).containsExactly(below.login());

        accounts.setEnabled(below.id(), false, MARKETING);
        assertThat(sharers(ordered(product))).isEmpty();
        assertThat(distributors.end(sharer.login(), "调岗", MARKETING)).contains("distributor.none");
    }

    @Test
    void aThirdLevelIsRefusedInWordsAndByTheDatabase() {
        StaffView second = aDistributor(sharer.login());
        StaffView third = aSalesperson();

        assertThat(appoint(third, second.login())).contains("distributor.too-deep");
        assertThat(appoint(third, third.login())).contains("distributor.parent-unknown");
        assertThatThrownBy(() -> insert(third.login(), 2, second.login()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one_above_stands_on_the_first_level");
        assertThatThrownBy(() -> insert(third.login(), 3, sharer.login()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("two_levels_at_most");
        assertThatThrownBy(() -> insert(third.login(), 2, third.login()))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                "UPDATE distributor SET level = 2, parent = ?"
                                                        + " WHERE login = ?")
                                        .params(second.login(), sharer.login())
                                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whoHadPeopleBelowGetsNobodyAboveWhenAppointedAnew() {
        aDistributor(sharer.login());
        StaffView other = aDistributor(null);
        distributors.end(sharer.login(), "调岗", MARKETING);

        assertThat(appoint(sharer, other.login())).contains("distributor.too-deep");
        assertThat(appoint(sharer, null)).isEmpty();
    }

    @Test
    void nobodyPutsAnotherBelowHimself() {
        StaffView below = aSalesperson();

        assertThat(
                        distributors.appoint(
                                new Appoint(below.login(), sharer.login(), "试", sharer.actor())))
                .contains("distributor.own");
    }

    @Test
    void theLinksOfWhoEndsStayRevokedWhenHeIsAppointedAnew() {
        String code = aLink(sharer, product).code();
        distributors.end(sharer.login(), "调岗", MARKETING);
        assertThat(appoint(sharer, null)).isEmpty();

        sharing.follow(code, "", login);

        assertThat(sharers(ordered(product))).isEmpty();
    }

    @Test
    void onlySalespeopleAtWorkAreAppointedAndByAnother() {
        StaffView seller = aSalesperson();

        assertThat(distributors.appoint(new Appoint("nobody", null, "试", MARKETING)))
                .contains("distributor.unknown");
        assertThat(distributors.appoint(new Appoint(login, null, "试", MARKETING)))
                .contains("distributor.unknown");
        assertThat(distributors.appoint(new Appoint(seller.login(), null, "试", seller.actor())))
                .contains("distributor.own");
        assertThat(distributors.appoint(new Appoint(seller.login(), null, "试", buyer)))
                .contains("distributor.not-staff");
        assertThat(distributors.appoint(new Appoint(seller.login(), null, "", MARKETING)))
                .contains("distributor.reason-missing");
        assertThat(appoint(seller, "no-such")).contains("distributor.parent-unknown");
        assertThat(links.make(mallLink(seller))).isEqualTo(refusedLink("share.not-you"));
        assertThat(appoint(seller, null)).isEmpty();
        assertThat(appoint(seller, null)).contains("distributor.already");
        assertThat(
                        distributors
                                .page(
                                        new DistributorQuery(
                                                false,
                                                seller.login().toUpperCase(java.util.Locale.ROOT)),
                                        PageRequest.first(5))
                                .items())
                .hasSize(1);
    }

    @Test
    void aLinkIsOfADistributedProductAndEndsWithinAYear() {
        ProductId plain = trade.aProduct();
        var today = MallTime.today(clock);

        assertThat(links.make(new MakeLink(code(plain), "", today, today, sharer.actor())))
                .isEqualTo(refusedLink("share.product"));
        assertThat(links.make(new MakeLink("no-such", "", today, today, sharer.actor())))
                .isEqualTo(refusedLink("share.product"));
        assertThat(links.make(new MakeLink("", "", today, today.minusDays(1), sharer.actor())))
                .isEqualTo(refusedLink("share.dates"));
        assertThat(links.make(new MakeLink("", "", today, today.plusDays(367), sharer.actor())))
                .isEqualTo(refusedLink("share.dates"));
        assertThat(links.make(new MakeLink("", "x".repeat(101), today, today, sharer.actor())))
                .isEqualTo(refusedLink("share.note"));
        assertThat(links.make(new MakeLink("", "", today, today, buyer)))
                .isEqualTo(refusedLink("share.not-you"));
    }

    @Test
    void linksAreFoundByStateOwnerAndText() {
        ShareLink open = aLink(sharer, product);
        ShareLink revoked = aLink(sharer, null);
        links.revoke(revoked.id(), null, "误发", MARKETING);

        assertThat(found(null, null)).containsExactly(revoked.id(), open.id());
        assertThat(found(LinkState.LIVE, null)).containsExactly(open.id());
        assertThat(found(LinkState.REVOKED, null)).containsExactly(revoked.id());
        assertThat(found(null, code(product))).containsExactly(open.id());
        assertThat(found(null, "100%_")).isEmpty();
        clock.advance(Duration.ofDays(31));
        assertThat(found(LinkState.OVER, null)).containsExactly(open.id());
        assertThat(found(LinkState.PLANNED, null)).isEmpty();
    }

    @Test
    void aRateOfZeroTakesAProductOutOfDistribution() {
        sharing.follow(aLink(sharer, product).code(), "", login);
        assertThat(good(true)).extracting(Good::rate).containsExactly(new BigDecimal("0.050000"));

        put(code(product), "0", "0");

        assertThat(good(true)).isEmpty();
        assertThat(good(false)).hasSize(1);
        assertThat(commissions.shares(ordered(product))).isEmpty();
    }

    @Test
    void ratesThatCannotBeAreRefusedInWords() {
        String code = code(product);

        assertThat(put("no-such", "0.05", "0")).contains("distribution.product");
        assertThat(put(code, "0.51", "0")).contains("distribution.rate");
        assertThat(put(code, "-0.01", "0")).contains("distribution.rate");
        assertThat(put(code, "0.01", "0.02")).contains("distribution.rate");
        assertThat(put(code, "0.0000001", "0")).contains("distribution.rate");
    }

    @Test
    void termsAreChangedByStaffFromWhatTheySawWithAReason() {
        Terms now = distribution.terms();

        assertThat(change(now.version() - 1, true, 3, "试", MARKETING))
                .isEqualTo(refusedTerms("distribution.changed-meanwhile"));
        assertThat(change(now.version(), true, 91, "试", MARKETING))
                .isEqualTo(refusedTerms("distribution.window"));
        assertThat(change(now.version(), true, 0, "试", MARKETING))
                .isEqualTo(refusedTerms("distribution.window"));
        assertThat(change(now.version(), true, 3, "试", buyer))
                .isEqualTo(refusedTerms("distribution.not-staff"));
        assertThat(change(now.version(), true, 3, " ", MARKETING))
                .isEqualTo(refusedTerms("distribution.reason-missing"));
        assertThat(change(now.version(), now.enabled(), now.windowDays(), "试", MARKETING))
                .isEqualTo(refusedTerms("distribution.unchanged"));
        assertThatThrownBy(
                        () -> jdbc.sql("UPDATE distribution_terms SET window_days = 90").update())
                .hasMessageContaining("distribution_terms");
    }

    @Test
    void twentyVisitorsAtOnceAreTwentyVisits() throws Exception {
        ShareLink link = aLink(sharer, product);

        AtOnce.run(20, i -> sharing.follow(link.code(), "", null));

        assertThat(visits(link)).isEqualTo(20);
    }

    private Terms turn(boolean enabled, int days) {
        Terms now = distribution.terms();
        if (now.enabled() != enabled || now.windowDays() != days) {
            change(now.version(), enabled, days, "测试", MARKETING);
        }
        return distribution.terms();
    }

    private ChangeOutcome change(long version, boolean enabled, int days, String reason, Actor by) {
        return distribution.change(new ChangeTerms(new Terms(version, enabled, days), reason, by));
    }

    private static ChangeOutcome refusedTerms(String why) {
        return new ChangeOutcome.Refused(why);
    }

    private static MakeOutcome refusedLink(String why) {
        return new MakeOutcome.Refused(why);
    }

    private ProductId aSharedProduct(String rate, String above) {
        ProductId one = trade.aProduct();
        assertThat(put(code(one), rate, above)).isEmpty();
        return one;
    }

    private Optional<String> put(String code, String rate, String above) {
        return goods.put(
                new PutGood(
                        code,
                        new BigDecimal(rate),
                        new BigDecimal(above),
                        MallTime.today(clock),
                        null,
                        "测试",
                        MARKETING));
    }

    private List<Good> good(boolean shared) {
        return goods.page(code(product), shared, PageRequest.first(5)).items();
    }

    private String code(ProductId id) {
        return products.product(id).orElseThrow().code();
    }

    private StaffView aSalesperson() {
        String seller = "seller-" + UUID.randomUUID().toString().substring(0, 8);
        return accounts.createStaff(
                new Accounts.CreateStaff(
                        seller,
                        "销售" + seller,
                        "long enough a password",
                        EnumSet.of(Role.SALESPERSON),
                        MARKETING));
    }

    private StaffView aDistributor(@Nullable String parent) {
        StaffView seller = aSalesperson();
        assertThat(appoint(seller, parent)).isEmpty();
        return seller;
    }

    private Optional<String> appoint(StaffView person, @Nullable String parent) {
        return distributors.appoint(new Appoint(person.login(), parent, "测试", MARKETING));
    }

    private void insert(String who, int level, String parent) {
        jdbc.sql(
                        """
                        INSERT INTO distributor (login, name, level, parent, reason, by_id, by_name,
                            since)
                        VALUES (?, 'n', ?, ?, 'r', 'b', 'b', now())
                        """)
                .params(who, level, parent)
                .update();
    }

    private MakeLink mallLink(StaffView by) {
        var today = MallTime.today(clock);
        return new MakeLink("", "", today, today.plusDays(30), by.actor());
    }

    private ShareLink aLink(StaffView by, @Nullable ProductId of) {
        var today = MallTime.today(clock);
        MakeOutcome outcome =
                links.make(
                        new MakeLink(
                                of == null ? "" : code(of),
                                "",
                                today,
                                today.plusDays(30),
                                by.actor()));
        if (outcome instanceof MakeOutcome.Made made) {
            return made.link();
        }
        throw new AssertionError("Not made: " + outcome);
    }

    private Landing.Open followed(ShareLink link, String kept) {
        return (Landing.Open) sharing.follow(link.code(), kept, null);
    }

    private String ordered(ProductId... wanted) {
        return order(buyer, wanted);
    }

    /** Ten boxes of each. */
    private String order(Actor by, ProductId... wanted) {
        return trade.submitted(
                new SubmitOrder(
                        company.id(),
                        UUID.randomUUID().toString(),
                        List.of(wanted).stream().map(it -> TradeFixtures.line(it, 10)).toList(),
                        "",
                        by));
    }

    private void complete(String order) {
        trade.accepted(order);
        trade.ship(order, "FH-" + order, 10);
        orders.complete(order);
    }

    private List<String> sharers(String order) {
        return commissions.shares(order).stream().map(Share::beneficiary).toList();
    }

    private List<String> earned(String order) {
        return commissions.ofOrder(order).stream()
                .filter(it -> it.channel() == Entry.Channel.DISTRIBUTION)
                .map(it -> it.beneficiary() + " " + it.amount())
                .toList();
    }

    private long visits(ShareLink link) {
        return links.link(link.id()).orElseThrow().visits();
    }

    private long clicks(String who) {
        return jdbc.sql("SELECT count(*) FROM share_click WHERE login = ?")
                .param(who)
                .query(Long.class)
                .single();
    }

    private List<Long> found(@Nullable LinkState state, @Nullable String text) {
        return links
                .page(new LinkQuery(state, sharer.login(), text), PageRequest.first(10))
                .items()
                .stream()
                .map(ShareLink::id)
                .toList();
    }
}
