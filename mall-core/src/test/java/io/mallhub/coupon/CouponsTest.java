package io.mallhub.coupon;

import static io.mallhub.fixture.CouponFixtures.MARKETING;
import static io.mallhub.fixture.CouponFixtures.aKind;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.coupon.CouponKinds.PutKind;
import io.mallhub.coupon.CouponKinds.PutOutcome;
import io.mallhub.coupon.CouponKinds.StopOutcome;
import io.mallhub.coupon.Coupons.ClaimOutcome;
import io.mallhub.coupon.Coupons.HoldOutcome;
import io.mallhub.coupon.Coupons.Offer;
import io.mallhub.coupon.Coupons.PushOutcome;
import io.mallhub.customer.CustomerActivated;
import io.mallhub.customer.Customers;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.promotion.Basket;
import io.mallhub.promotion.GiftPolicy;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.Goods;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.RuleBook;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.ProvenLedger;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.shared.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MallTest
class CouponsTest {
    private static final Actor BUYER = Actor.buyer("han", "Han");
    private static final RuleBook NO_PROMOTIONS =
            RuleBook.of(List.of(), new GiftPolicy(GiftTerms.FIRST, Map.of()));

    @Autowired Coupons coupons;
    @Autowired CouponKinds kinds;
    @Autowired CouponFixtures fixtures;
    @Autowired CustomerFixtures customers;
    @Autowired Customers book;
    @Autowired List<ProvenLedger> ledgers;
    @Autowired AuditLog audit;
    @Autowired MutableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;

    private CustomerId company;

    @BeforeEach
    void aCompany() {
        company = customers.anActiveCustomer().id();
    }

    @AfterEach
    void everyStateIsWhatItsEntriesSay() {
        clock.reset();
        jdbc.sql("select code from coupon_kind where way in ('NEWCOMER', 'REPURCHASE')")
                .query(String.class)
                .list()
                .forEach(code -> kinds.stop(code, "end of test", MARKETING));
        assertThat(proof().unprovenAccounts()).isEmpty();
    }

    // ---- getting them

    @Test
    void aCompanyTakesACouponFromTheCentreAndNoneByTheSameClick() {
        CouponKind kind = fixtures.put(CouponWay.CENTRE, 5, 2);

        CouponView first = claimed(coupons.claim(company, kind.code(), "r1", BUYER));
        CouponView again = claimed(coupons.claim(company, kind.code(), "r1", BUYER));
        CouponView second = claimed(coupons.claim(company, kind.code(), "r2", BUYER));

        assertThat(again).isEqualTo(first);
        assertThat(second.number()).isNotEqualTo(first.number());
        assertThat(refusal(coupons.claim(company, kind.code(), "r3", BUYER)))
                .isEqualTo("coupon.limit-per-buyer");
        assertThat(first.lastSecond()).isEqualTo("2026-12-01T15:59:59Z");
        assertThat(kinds.find(kind.code()).orElseThrow().issued()).isEqualTo(2);
        assertThat(coupons.entries(first.number()))
                .extracting(CouponEntry::kind)
                .containsExactly(CouponEntry.Kind.CLAIM);
        assertThat(coupons.countOfCompany(company)).containsEntry(CouponState.FREE, 2L);
    }

    @Test
    void theCentreShowsWhatMayBeTakenAndWhyNot() {
        CouponKind mine = fixtures.put(CouponWay.CENTRE, null, 1);
        CouponKind gone = fixtures.put(CouponWay.CENTRE, 1, 1);
        claimed(coupons.claim(company, mine.code(), "r", BUYER));
        claimed(coupons.claim(customers.anActiveCustomer().id(), gone.code(), "r", BUYER));
        CouponKind open = fixtures.put(CouponWay.CENTRE, 1, 1);

        Map<String, @Nullable String> shown = new java.util.HashMap<>();
        coupons.centre(company, PageRequest.first(50))
                .items()
                .forEach(it -> shown.put(it.kind().kind().code(), it.refusal()));

        assertThat(shown)
                .containsEntry(mine.code(), "coupon.limit-per-buyer")
                .containsEntry(gone.code(), "coupon.none-left")
                .containsEntry(open.code(), null);
    }

    @Test
    void onlyActiveCompaniesGetCoupons() {
        CouponKind kind = fixtures.put(CouponWay.CENTRE, 5, 2);
        book.lock(company, "test", MARKETING);

        assertThat(refusal(coupons.claim(company, kind.code(), "r", BUYER)))
                .isEqualTo("coupon.not-active");
    }

    @Test
    void aTypedCodeGivesACouponHoweverItIsSpelled() {
        CouponKind kind = fixtures.put(CouponWay.CODE, 5, 1);
        String typed = kind.typed();
        assertThat(typed).isNotNull();

        assertThat(
                        claimed(coupons.claimByCode(company, " " + typed.toLowerCase(), "r", BUYER))
                                .kind())
                .isEqualTo(kind);
        assertThat(refusal(coupons.claimByCode(company, "NOSUCHCODE", "r", BUYER)))
                .isEqualTo("coupon.unknown-code");
        assertThat(refusal(coupons.claim(company, kind.code(), "r", BUYER)))
                .as("not from the centre")
                .isEqualTo("coupon.unknown-kind");
    }

    @Test
    void theDeskGivesCouponsToCompaniesWhichAreToldOnce() {
        CouponKind kind = fixtures.put(CouponWay.PUSH, null, 1);
        CustomerId locked = customers.anActiveCustomer().id();
        book.lock(locked, "test", MARKETING);

        PushOutcome outcome =
                coupons.push(kind.code(), List.of(company, locked), "p1", "thanks", MARKETING);
        PushOutcome again =
                coupons.push(kind.code(), List.of(company, locked), "p1", "thanks", MARKETING);

        assertThat(outcome)
                .isEqualTo(new PushOutcome.Pushed(1, Map.of(locked, "coupon.not-active")));
        assertThat(again).isEqualTo(outcome);
        assertThat(kinds.find(kind.code()).orElseThrow().issued()).isEqualTo(1);
        assertThat(notices("coupon-given", company)).isEqualTo(1);
        assertThat(coupons.push(kind.code(), List.of(company), "p2", "", MARKETING))
                .isEqualTo(new PushOutcome.Refused("coupon-kind.reason"));
        assertThat(coupons.push(kind.code(), List.of(company), "p2", "x", BUYER))
                .isEqualTo(new PushOutcome.Refused("coupon-kind.not-staff"));
        assertThat(actions(kind.code())).contains("put-coupon-kind", "push-coupon");
    }

    @Test
    void aCompanyIsWelcomedOnceEver() {
        CouponKind kind = fixtures.put(CouponWay.NEWCOMER, null, 1);

        CustomerId newcomer = customers.anActiveCustomer().id();

        assertThat(free(newcomer)).extracting(CouponView::kind).containsExactly(kind);
        assertThat(notices("coupon-given", newcomer)).isEqualTo(1);
        fixtures.put(CouponWay.NEWCOMER, null, 1);
        transaction.executeWithoutResult(
                any -> events.publishEvent(new CustomerActivated(newcomer, "another")));
        assertThat(free(newcomer)).hasSize(1);
        assertThat(free(company)).as("was a customer before").isEmpty();
    }

    @Test
    void aNewcomerGoesWithoutWhatIsUsedUp() {
        fixtures.put(CouponWay.NEWCOMER, 1, 1);
        customers.anActiveCustomer();

        assertThat(free(customers.anActiveCustomer().id())).isEmpty();
    }

    @Test
    void aCompletedOrderEarnsRepurchaseCouponsOnce() {
        CouponKind kind = fixtures.put(CouponWay.REPURCHASE, null, 2);

        assertThat(coupons.reward(company, "SO1" + company)).hasSize(1);
        assertThat(coupons.reward(company, "SO1" + company))
                .as("the same ones")
                .isEqualTo(free(company).stream().map(CouponView::number).toList());
        coupons.reward(company, "SO2" + company);
        coupons.reward(company, "SO3" + company);

        assertThat(free(company)).extracting(CouponView::kind).containsExactly(kind, kind);
    }

    // ---- kinds

    @Test
    void holdersKeepWhatTheyWerePromised() {
        CouponKind first = fixtures.put(CouponWay.CENTRE, null, 2);
        String early = claimed(coupons.claim(company, first.code(), "r1", BUYER)).number();

        CouponKind second =
                fixtures.put(
                        changed(
                                first,
                                new CouponDiscount.AmountOff(Money.of("100"), Money.of("1"))));
        String late = claimed(coupons.claim(company, first.code(), "r2", BUYER)).number();

        assertThat(second.version()).isEqualTo(2);
        assertThat(coupons.find(early).orElseThrow().kind()).isEqualTo(first);
        assertThat(coupons.find(late).orElseThrow().kind()).isEqualTo(second);
        assertThat(kinds.versions(first.code())).containsExactly(second, first);
        assertThatThrownBy(() -> jdbc.sql("update coupon_kind_version set amount = 99").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
        assertThat(kinds.put(changed(first, first.discount())))
                .as("somebody changed it meanwhile")
                .isEqualTo(new PutOutcome.Refused("coupon-kind.changed-meanwhile", first.code()));
    }

    @Test
    void aStoppedKindIsGivenNoMoreAndStaysGoodForItsHolders() {
        CouponKind kind = fixtures.put(CouponWay.CENTRE, null, 2);
        String number = claimed(coupons.claim(company, kind.code(), "r1", BUYER)).number();

        assertThat(kinds.stop(kind.code(), "", MARKETING))
                .isEqualTo(new StopOutcome.Refused("coupon-kind.reason"));
        assertThat(kinds.stop(kind.code(), "enough", MARKETING))
                .isEqualTo(new StopOutcome.Stopped());
        assertThat(kinds.stop(kind.code(), "enough", MARKETING))
                .isEqualTo(new StopOutcome.Stopped());

        assertThat(refusal(coupons.claim(company, kind.code(), "r2", BUYER)))
                .isEqualTo("coupon.stopped");
        assertThat(coupons.hold(company, "SO" + number, List.of(number), BUYER))
                .isEqualTo(new HoldOutcome.Held());
        assertThat(actions(kind.code())).containsOnlyOnce("stop-coupon-kind");
        assertThat(kinds.put(changed(kind, kind.discount())))
                .isEqualTo(new PutOutcome.Refused("coupon.stopped", kind.code()));
    }

    @Test
    void kindsThatMakeNoSenseAreRefused() {
        PutKind good = aKind(CouponWay.CENTRE, 1, 1);

        assertThat(put(good, new CouponDiscount.AmountOff(Money.of("10"), Money.of("10.01"))))
                .isEqualTo("coupon-kind.amount");
        assertThat(put(good, new CouponDiscount.AmountOff(Money.of("-1"), Money.of("1"))))
                .isEqualTo("coupon-kind.threshold");
        assertThat(
                        put(
                                good,
                                new CouponDiscount.PercentOff(
                                        Money.ZERO, new BigDecimal("100.5"), null)))
                .isEqualTo("coupon-kind.percent");
        assertThat(
                        put(
                                good,
                                new CouponDiscount.PercentOff(
                                        Money.ZERO, new BigDecimal("90.01"), Money.of("5"))))
                .as("prescription drugs for nearly nothing")
                .isEqualTo("coupon-kind.never-free");
        assertThat(put(good, new CouponDiscount.AmountOff(Money.of("10"), Money.of("9.01"))))
                .isEqualTo("coupon-kind.never-free");
        assertThat(put(good, new CouponDiscount.PercentOff(Money.ZERO, BigDecimal.ONE, Money.ZERO)))
                .isEqualTo("coupon-kind.cap");
        assertThat(key(kinds.put(aKind(CouponWay.CENTRE, 0, 1))))
                .isEqualTo("coupon-kind.issue-limit");
        assertThat(key(kinds.put(aKind(CouponWay.CENTRE, 1, 0))))
                .isEqualTo("coupon-kind.per-buyer");
        assertThat(key(kinds.put(aKind(CouponWay.NEWCOMER, null, 2))))
                .isEqualTo("coupon-kind.newcomer-once");
        assertThat(
                        key(
                                kinds.put(
                                        with(
                                                good,
                                                good.discount(),
                                                new CouponValidity.Fixed(
                                                        LocalDate.of(2026, 11, 1),
                                                        LocalDate.of(2026, 11, 23))))))
                .isEqualTo("coupon-kind.over");
        CouponKind coded = fixtures.put(CouponWay.CODE, null, 1);
        PutKind same = aKind(CouponWay.CODE, null, 1);
        String typed = coded.typed();
        assertThat(typed).isNotNull();
        assertThat(
                        kinds.put(
                                new PutKind(
                                        null,
                                        0,
                                        same.name(),
                                        same.way(),
                                        typed.toLowerCase(),
                                        same.discount(),
                                        same.goods(),
                                        same.payments(),
                                        same.validity(),
                                        same.issueLimit(),
                                        same.perBuyer(),
                                        same.combinable(),
                                        same.reason(),
                                        MARKETING)))
                .isEqualTo(new PutOutcome.Refused("coupon-kind.typed-taken", coded.code()));
    }

    // ---- using them

    @Test
    void anOrderHoldsUsesAndGivesBack() {
        CouponKind kind = fixtures.put(CouponWay.CENTRE, null, 1);
        String number = claimed(coupons.claim(company, kind.code(), "r", BUYER)).number();
        String order = "SO" + UUID.randomUUID();

        for (int repetition = 0; repetition < 2; repetition++) {
            assertThat(coupons.hold(company, order, List.of(number), BUYER))
                    .isEqualTo(new HoldOutcome.Held());
        }
        assertThat(coupons.hold(company, "another", List.of(number), BUYER))
                .isEqualTo(new HoldOutcome.Refused(number, "coupon.taken", order));
        coupons.use(order, BUYER);
        coupons.use(order, BUYER);
        assertThat(kinds.find(kind.code()).orElseThrow().used()).isEqualTo(1);
        assertThat(coupons.rulesOf(order)).extracting(Rule::code).containsExactly(number);
        coupons.giveBack(order, "cancelled", BUYER);
        coupons.giveBack(order, "cancelled", BUYER);

        assertThat(kinds.find(kind.code()).orElseThrow().used()).isZero();
        assertThat(free(company)).extracting(CouponView::number).containsExactly(number);
        assertThat(coupons.entries(number))
                .extracting(CouponEntry::kind)
                .containsExactly(
                        CouponEntry.Kind.CLAIM,
                        CouponEntry.Kind.HOLD,
                        CouponEntry.Kind.USE,
                        CouponEntry.Kind.RELEASE);
        assertThatThrownBy(() -> coupons.hold(company, order, List.of(number), BUYER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("gave its coupons back");
        assertThat(coupons.hold(company, order + "b", List.of(number), BUYER))
                .as("the order repeated")
                .isEqualTo(new HoldOutcome.Held());
    }

    @Test
    void couponsOfOthersAndOtherCouponsThanHeldAreMisuse() {
        CouponKind kind = fixtures.put(CouponWay.CENTRE, null, 2);
        String number = claimed(coupons.claim(company, kind.code(), "r", BUYER)).number();
        String other = claimed(coupons.claim(company, kind.code(), "r2", BUYER)).number();
        CustomerId stranger = customers.anActiveCustomer().id();

        assertThatThrownBy(() -> coupons.hold(stranger, "SO", List.of(number), BUYER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(coupons.chosen(stranger, List.of(number), null))
                .isEqualTo(new Coupons.Chosen(List.of(), List.of(), List.of(number)));
        coupons.hold(company, "SO" + number, List.of(number), BUYER);
        assertThatThrownBy(() -> coupons.hold(company, "SO" + number, List.of(other), BUYER))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void oneOfTheCouponsOfAnOrderIsFreedAndTheOtherStays() {
        CouponKind kind = fixtures.put(CouponWay.CENTRE, null, 1);
        String one = claimed(coupons.claim(company, kind.code(), "r", BUYER)).number();
        String order = "SO" + one;
        coupons.hold(company, order, List.of(one), BUYER);

        coupons.release(order, List.of("CP0"), "changed", BUYER);
        assertThat(state(one)).isEqualTo(CouponState.HELD);
        coupons.release(order, List.of(one), "changed", BUYER);
        coupons.release(order, List.of(one), "changed", BUYER);

        assertThat(state(one)).isEqualTo(CouponState.FREE);
        assertThat(coupons.entries(one)).hasSize(3);
    }

    private CouponState state(String number) {
        return coupons.find(number).orElseThrow().state();
    }

    @Test
    void onlyCombinableCouponsAreUsedTogether() {
        CouponKind alone = fixtures.put(CouponWay.CENTRE, null, 1);
        PutKind plain = aKind(CouponWay.CENTRE, null, 2);
        CouponKind together =
                fixtures.put(
                        new PutKind(
                                null,
                                0,
                                plain.name(),
                                plain.way(),
                                "",
                                plain.discount(),
                                plain.goods(),
                                plain.payments(),
                                plain.validity(),
                                null,
                                2,
                                true,
                                "test",
                                MARKETING));
        String a = claimed(coupons.claim(company, alone.code(), "r", BUYER)).number();
        String b = claimed(coupons.claim(company, together.code(), "r", BUYER)).number();
        String c = claimed(coupons.claim(company, together.code(), "r2", BUYER)).number();

        assertThat(coupons.hold(company, "SO" + a, List.of(a, b), BUYER))
                .isEqualTo(new HoldOutcome.Refused(a, "coupon.alone", ""));
        assertThat(coupons.chosen(company, List.of(a, b), null).unusable())
                .extracting(Offer.Unusable::key)
                .containsExactly("coupon.alone");
        assertThat(coupons.ofOrder("SO" + a)).isEmpty();
        assertThat(coupons.hold(company, "SO" + b, List.of(c, b), BUYER))
                .isEqualTo(new HoldOutcome.Held());
        assertThat(NO_PROMOTIONS.deal(basket("250"), coupons.rulesOf("SO" + b)).total())
                .isEqualTo(Money.of("20"));
    }

    @Test
    void aBasketIsOfferedWhatSavesMostAndWhyOthersDont() {
        CouponKind ten = fixtures.put(CouponWay.CENTRE, null, 1);
        PutKind plain = aKind(CouponWay.CENTRE, null, 1);
        CouponKind half =
                fixtures.put(
                        with(
                                plain,
                                new CouponDiscount.PercentOff(
                                        Money.of("50"), new BigDecimal(50), Money.of("30")),
                                plain.validity()));
        CouponKind later =
                fixtures.put(
                        with(
                                plain,
                                plain.discount(),
                                new CouponValidity.Fixed(
                                        LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31))));
        for (CouponKind kind : List.of(ten, half, later)) {
            claimed(coupons.claim(company, kind.code(), "r", BUYER));
        }

        List<Offer> offers = coupons.offers(company, basket("120"), NO_PROMOTIONS);

        assertThat(offers)
                .extracting(it -> it.coupon().kind().code())
                .containsExactly(half.code(), ten.code(), later.code());
        assertThat(offers.get(0))
                .isInstanceOfSatisfying(
                        Offer.Usable.class, it -> assertThat(it.saves()).isEqualTo(Money.of("30")));
        assertThat(offers.get(2))
                .isInstanceOfSatisfying(
                        Offer.Unusable.class,
                        it -> {
                            assertThat(it.key()).isEqualTo("promotion.not-yet");
                            assertThat(it.detail()).isEqualTo("2026-12-01 00:00");
                        });
        assertThat(coupons.offers(company, basket("60"), NO_PROMOTIONS).get(1))
                .isInstanceOfSatisfying(
                        Offer.Unusable.class,
                        it -> assertThat(it.key()).isEqualTo("promotion.below-amount"));
    }

    // ---- the passing of time

    @Test
    void whatIsOverExpiresOnceAndItsCompanyWasToldBefore() {
        CouponKind kind = fixtures.put(CouponWay.CENTRE, null, 3);
        String number = claimed(coupons.claim(company, kind.code(), "r", BUYER)).number();
        String held = claimed(coupons.claim(company, kind.code(), "r2", BUYER)).number();
        claimed(coupons.claim(company, kind.code(), "r3", BUYER));
        coupons.hold(company, "SO" + held, List.of(held), BUYER);

        clock.set("2026-11-27T23:59:59");
        drain(() -> coupons.remind(3));
        assertThat(notices("coupon-ending", company)).as("four days left").isZero();
        clock.set("2026-11-28T23:59:59");
        drain(() -> coupons.remind(3));
        clock.set("2026-11-30T00:00:00");
        drain(() -> coupons.remind(3));
        assertThat(notices("coupon-ending", company)).isEqualTo(1);
        clock.set("2026-12-01T23:59:59");
        drain(() -> coupons.expire(100));
        assertThat(free(company)).hasSize(2);
        clock.set("2026-12-02T00:00:00");
        assertThat(coupons.hold(company, "SO" + number, List.of(number), BUYER))
                .isEqualTo(new HoldOutcome.Refused(number, "coupon.expired", "2026-12-01"));
        drain(() -> coupons.expire(1));

        assertThat(coupons.countOfCompany(company))
                .isEqualTo(Map.of(CouponState.EXPIRED, 2L, CouponState.HELD, 1L));
        coupons.giveBack("SO" + held, "cancelled", BUYER);
        drain(() -> coupons.expire(100));
        assertThat(coupons.countOfCompany(company)).isEqualTo(Map.of(CouponState.EXPIRED, 3L));
    }

    // ---- many at once

    @Test
    void twoHundredAtOnceGetNoMoreThanThereAre() throws Exception {
        CouponKind kind = fixtures.put(CouponWay.CENTRE, 30, 2);
        List<CustomerId> companies =
                java.util.stream.IntStream.range(0, 40)
                        .mapToObj(any -> customers.anActiveCustomer().id())
                        .toList();
        AtomicInteger claimed = new AtomicInteger();

        List<ClaimOutcome> answers =
                AtOnce.run(
                        200,
                        thread -> {
                            ClaimOutcome outcome =
                                    coupons.claim(
                                            companies.get(thread % 40),
                                            kind.code(),
                                            "thread" + thread,
                                            BUYER);
                            if (outcome instanceof ClaimOutcome.Claimed) {
                                claimed.incrementAndGet();
                            }
                            return outcome;
                        });

        System.out.printf(
                "200 buyers at once, 40 companies, coupon quota 30, 2 each: %d given, %d refused,"
                        + " %d issued%n",
                claimed.get(),
                answers.size() - claimed.get(),
                kinds.find(kind.code()).orElseThrow().issued());
        assertThat(claimed).hasValue(30);
        assertThat(answers).hasSize(200);
        assertThat(kinds.find(kind.code()).orElseThrow().issued()).isEqualTo(30);
        assertThat(kinds.given(kind.code(), null, PageRequest.first(50)).items())
                .hasSize(30)
                .allSatisfy(it -> assertThat(free(it.company())).hasSizeLessThanOrEqualTo(2));
    }

    @Test
    void aCouponServesOneOfManyOrdersAtOnce() throws Exception {
        CouponKind kind = fixtures.put(CouponWay.CENTRE, null, 1);
        String number = claimed(coupons.claim(company, kind.code(), "r", BUYER)).number();

        List<HoldOutcome> answers =
                AtOnce.run(
                        50,
                        thread ->
                                coupons.hold(
                                        company, "SO" + number + thread, List.of(number), BUYER));

        assertThat(answers).filteredOn(HoldOutcome.Held.class::isInstance).hasSize(1);
        assertThat(
                        Collections.frequency(
                                coupons.entries(number).stream().map(CouponEntry::kind).toList(),
                                CouponEntry.Kind.HOLD))
                .isEqualTo(1);
    }

    @Test
    void aStateChangedByHandIsFound() {
        CouponKind kind = fixtures.put(CouponWay.CENTRE, null, 1);
        String number = claimed(coupons.claim(company, kind.code(), "r", BUYER)).number();

        transaction.executeWithoutResult(
                status -> {
                    status.setRollbackOnly();
                    jdbc.sql("update coupon set state = 'EXPIRED' where number = ?")
                            .param(number)
                            .update();
                    jdbc.sql("update coupon_kind set issued = 2 where code = ?")
                            .param(kind.code())
                            .update();
                    assertThat(new HashSet<>(proof().unprovenAccounts()))
                            .isEqualTo(Set.of(number, kind.code()));
                });
    }

    private ProvenLedger proof() {
        return ledgers.stream()
                .filter(ledger -> ledger.name().equals("coupons"))
                .findFirst()
                .orElseThrow();
    }

    private List<CouponView> free(CustomerId of) {
        return coupons.ofCompany(of, CouponState.FREE, PageRequest.first(50)).items();
    }

    private static void drain(java.util.function.IntSupplier some) {
        while (some.getAsInt() > 0) {
            // goes on with the next ones
        }
    }

    private long notices(String template, CustomerId to) {
        return jdbc.sql("select count(*) from notice where template = ? and audience = ?")
                .param(template)
                .param("company:" + to.value())
                .query(Long.class)
                .single();
    }

    private List<String> actions(String kind) {
        return audit
                .page(new AuditQuery(null, "coupon-kind", kind, null), PageRequest.first(20))
                .items()
                .stream()
                .map(it -> it.entry().action())
                .toList();
    }

    private Basket basket(String amount) {
        return new Basket(
                new Basket.Buyer(company, "", "310000", Set.of()),
                clock.instant(),
                "CREDIT",
                List.of(
                        new Basket.Line(
                                new ProductId(new UUID(1, 1)),
                                "OTC_B",
                                Set.of(),
                                Set.of(),
                                RegulatoryCategory.OTC_B,
                                Quantity.of(1),
                                UnitPrice.of(amount))));
    }

    private static PutKind changed(CouponKind kind, CouponDiscount discount) {
        return new PutKind(
                kind.code(),
                kind.version(),
                kind.name(),
                kind.way(),
                "",
                discount,
                kind.goods(),
                kind.payments(),
                kind.validity(),
                kind.issueLimit(),
                kind.perBuyer(),
                kind.combinable(),
                "changed",
                MARKETING);
    }

    private static PutKind with(PutKind kind, CouponDiscount discount, CouponValidity validity) {
        return new PutKind(
                kind.code(),
                kind.version(),
                kind.name(),
                kind.way(),
                kind.typed(),
                discount,
                new Goods.All(),
                kind.payments(),
                validity,
                kind.issueLimit(),
                kind.perBuyer(),
                kind.combinable(),
                kind.reason(),
                kind.by());
    }

    private String put(PutKind kind, CouponDiscount discount) {
        return key(kinds.put(with(kind, discount, kind.validity())));
    }

    private static String key(PutOutcome outcome) {
        return ((PutOutcome.Refused) outcome).key();
    }

    private static CouponView claimed(ClaimOutcome outcome) {
        if (outcome instanceof ClaimOutcome.Claimed claimed) {
            return claimed.coupon();
        }
        throw new AssertionError(outcome.toString());
    }

    private static String refusal(ClaimOutcome outcome) {
        return ((ClaimOutcome.Refused) outcome).key();
    }
}
