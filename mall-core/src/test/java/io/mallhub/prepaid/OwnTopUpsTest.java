package io.mallhub.prepaid;

import static io.mallhub.fixture.PrepaidFixtures.CONFIRMER;
import static io.mallhub.fixture.PrepaidFixtures.RECORDER;
import static io.mallhub.fixture.TradeFixtures.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.catalog.VisibilityRule.Audience;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.PlayedProvider;
import io.mallhub.fixture.ReceiptFixtures;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.PaymentMethods;
import io.mallhub.payment.OnlinePayments;
import io.mallhub.payment.OnlinePayments.PayOutcome;
import io.mallhub.payment.OnlineRefunds;
import io.mallhub.payment.PaymentNotices;
import io.mallhub.payment.PaymentNotices.Verdict;
import io.mallhub.payment.PaymentState;
import io.mallhub.prepaid.OwnTopUps.OwnTopUpState;
import io.mallhub.prepaid.OwnTopUps.OwnTopUpView;
import io.mallhub.prepaid.OwnTopUps.StartOutcome;
import io.mallhub.prepaid.OwnTopUps.StartTopUp;
import io.mallhub.prepaid.TopUpRules.PutRule;
import io.mallhub.receipt.Announcements;
import io.mallhub.receipt.Announcements.AnnounceOutcome;
import io.mallhub.receipt.Announcements.AnnounceTransfer;
import io.mallhub.receipt.Announcements.AnnouncementState;
import io.mallhub.receipt.Announcements.Purpose;
import io.mallhub.receipt.Receipts.RecordOutcome;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Prepaid money that buyers top up themselves: 777.77 brings 7.00 by a rule of that threshold. */
@MallTest
class OwnTopUpsTest {
    private static final Money AMOUNT = Money.of("777.77");

    @Autowired OwnTopUps own;
    @Autowired TopUps topUps;
    @Autowired TopUpRules rules;
    @Autowired PrepaidAccounts accounts;
    @Autowired OnlinePayments payments;
    @Autowired OnlineRefunds refunds;
    @Autowired PaymentNotices notices;
    @Autowired PaymentMethods methods;
    @Autowired Announcements announcements;
    @Autowired ReceiptFixtures receipts;
    @Autowired PlayedProvider provider;
    @Autowired CustomerFixtures customers;
    @Autowired MutableClock clock;

    private CustomerId customer;

    @BeforeEach
    void aCustomerAndABonus() {
        customer = customers.anActiveCustomer().id();
        bonus("7.00");
    }

    @AfterEach
    void everyCentIsProven() {
        provider.back();
        bonus("0");
        clock.reset();
        assertThat(own.unproven()).isEmpty();
        assertThat(payments.unproven()).isEmpty();
        assertThat(accounts.unproven()).isEmpty();
    }

    @Test
    void itIsCreditedWithItsBonusOnceHoweverOftenTheProviderSaysSo() throws Exception {
        OwnTopUpView topUp = started("k");
        assertThat(topUp.bonus()).isEqualTo(Money.of("7.00"));
        assertThat(available()).isEqualTo(PrepaidAmount.ZERO);
        assertThat(own.pay(topUp.number())).isInstanceOf(PayOutcome.GoTo.class);
        Map<String, String> notice = provider.paid(topUp.payment(), "777.77");

        List<Optional<Verdict>> verdicts = AtOnce.run(4, i -> notices.receive(notice));
        payments.ask(topUp.payment());

        assertThat(verdicts).filteredOn(it -> it.equals(Optional.of(Verdict.APPLIED))).hasSize(1);
        assertThat(available()).isEqualTo(amount("777.77", "7.00"));
        OwnTopUpView credited = own.find(topUp.number()).orElseThrow();
        assertThat(credited.state()).isEqualTo(OwnTopUpState.CREDITED);
        assertThat(credited.late()).isFalse();
        assertThat(accounts.entries(customer, PageRequest.first(9)).items()).hasSize(1);
    }

    @Test
    void startedTwiceWithOneKeyItIsOne() throws Exception {
        List<StartOutcome> outcomes = AtOnce.run(4, i -> start("twice", AMOUNT));

        assertThat(outcomes)
                .extracting(it -> ((StartOutcome.Started) it).topUp().number())
                .hasSize(4)
                .containsOnly(((StartOutcome.Started) outcomes.getFirst()).topUp().number());
        assertThat(own.terms(customer).open()).isEqualTo(1);
        assertThat(start("twice", Money.of("800.00")))
                .isInstanceOfSatisfying(
                        StartOutcome.Refused.class,
                        it -> assertThat(it.problem()).isEqualTo("own-top-up.key-reused"));
    }

    @Test
    void theBonusThatWasPromisedHoldsAsLongAsItsPaymentIsAwaited() {
        OwnTopUpView topUp = started("k");
        bonus("0");

        pays(topUp);

        assertThat(available()).isEqualTo(amount("777.77", "7.00"));
    }

    @Test
    void whatIsNotPaidInTimeIsClosedAtTheProvider() {
        OwnTopUpView topUp = started("k");
        own.pay(topUp.number());
        provider.begun(topUp.payment(), "777.77");
        assertThat(own.closeDue(100)).isZero();
        clock.advance(Duration.ofHours(25));

        assertThat(own.closeDue(100)).isPositive();
        assertThat(own.closeDue(100)).isZero();

        assertThat(own.find(topUp.number()).orElseThrow().state()).isEqualTo(OwnTopUpState.CLOSED);
        assertThat(provider.isClosed(topUp.payment())).isTrue();
        assertThat(own.pay(topUp.number()))
                .isEqualTo(new PayOutcome.NotAwaited(PaymentState.CLOSED));
        assertThat(available()).isEqualTo(PrepaidAmount.ZERO);
    }

    @Test
    void moneyThatComesLateIsCreditedWithTheBonusOfItsDay() {
        OwnTopUpView topUp = started("k");
        own.pay(topUp.number());
        clock.advance(Duration.ofHours(25));
        payments.close(topUp.payment(), "top-up.expired", BUYER);
        own.closeDue(100);
        bonus("0");

        Map<String, String> notice = provider.noticeOf(topUp.payment(), "777.77", "CNY", true);
        assertThat(notices.receive(notice)).contains(Verdict.APPLIED);
        assertThat(notices.receive(notice)).contains(Verdict.REPEATED);

        OwnTopUpView credited = own.find(topUp.number()).orElseThrow();
        assertThat(credited.state()).isEqualTo(OwnTopUpState.CREDITED);
        assertThat(credited.late()).isTrue();
        assertThat(available()).isEqualTo(amount("777.77", "0.00"));
    }

    @Test
    void whoPaidInTheLastMomentIsCreditedWhenItsTimeIsOver() {
        OwnTopUpView topUp = started("k");
        own.pay(topUp.number());
        provider.paid(topUp.payment(), "777.77");
        clock.advance(Duration.ofHours(25));

        own.closeDue(100);

        assertThat(available()).isEqualTo(amount("777.77", "7.00"));
    }

    @Test
    void aSecondPaymentOfTheSameTopUpGoesBack() {
        OwnTopUpView topUp = started("k");
        pays(topUp);

        assertThat(notices.receive(provider.paidTwice(topUp.payment(), "777.77")))
                .contains(Verdict.SURPLUS);

        assertThat(available()).isEqualTo(amount("777.77", "7.00"));
        String back = refunds.ofPayment(topUp.payment()).getFirst().number();
        assertThat(refunds.send(back)).isEqualTo(new OnlineRefunds.SendOutcome.Done());
    }

    @Test
    void whatMayNotBeToppedUpIsRefusedInWords() {
        assertThat(problem(start("a", Money.of("99.99")))).isEqualTo("own-top-up.amount");
        assertThat(problem(start("b", Money.of("500000.01")))).isEqualTo("own-top-up.amount");
        assertThat(problem(own.start(new StartTopUp(customer, AMOUNT, "c", RECORDER))))
                .isEqualTo("own-top-up.not-buyer");
        assertThat(problem(start(" ", AMOUNT))).isEqualTo("own-top-up.key");
        for (int i = 0; i < 10; i++) {
            started("open" + i);
        }
        assertThat(problem(start("one more", AMOUNT))).isEqualTo("own-top-up.too-many");
    }

    @Test
    void whoMayNotOrderFromPrepaidMoneyTopsNoneUp() {
        methods.put(
                Audience.customer(customer, "测试"), Set.of(PaymentMethod.CREDIT), "只许赊账", RECORDER);

        assertThat(problem(start("a", AMOUNT))).isEqualTo("own-top-up.not-allowed");
        assertThat(own.terms(customer).allowed()).isFalse();
        assertThat(announce("BANK" + UUID.randomUUID()))
                .isEqualTo(new AnnounceOutcome.Refused("own-top-up.not-allowed", ""));
    }

    @Test
    void oneByTransferIsAnnouncedAndTakenOverAsATopUpThatAnotherConfirms() {
        String reference = "BANK" + UUID.randomUUID();
        String announced = ((AnnounceOutcome.Announced) announce(reference)).number();
        assertThat(
                        announcements.takeOver(
                                announced, receipts.command(customer, "777.77", reference)))
                .isEqualTo(new RecordOutcome.Refused("announcement.is-top-up", ""));

        String first = takenOver(announced, reference);
        assertThat(takenOver(announced, reference)).isEqualTo(first);
        topUps.refuse(first, "金额有误", RECORDER);
        assertThat(state(announced)).isEqualTo(AnnouncementState.OPEN);
        String second = takenOver(announced, reference);
        topUps.confirm(second, CONFIRMER);
        assertThat(available()).isEqualTo(amount("777.77", "7.00"));
        topUps.reverse(second, "银行退汇", RECORDER);

        assertThat(state(announced)).isEqualTo(AnnouncementState.DECLINED);
        assertThat(available()).isEqualTo(amount("0.00", "0.00"));
        assertThatThrownBy(
                        () ->
                                announcements.takeOverAsTopUp(
                                        announced,
                                        new TopUps.RecordTopUp(
                                                customers.anActiveCustomer().id(),
                                                AMOUNT,
                                                reference,
                                                "",
                                                RECORDER)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private AnnouncementState state(String announced) {
        return announcements.find(announced).orElseThrow().state();
    }

    private String takenOver(String announced, String reference) {
        var outcome =
                announcements.takeOverAsTopUp(
                        announced,
                        new TopUps.RecordTopUp(customer, AMOUNT, reference, "", RECORDER));
        return ((TopUps.RecordOutcome.Recorded) outcome).number();
    }

    private AnnounceOutcome announce(String reference) {
        return announcements.announce(
                new AnnounceTransfer(
                        customer,
                        AMOUNT,
                        reference,
                        MallTime.today(clock),
                        "",
                        null,
                        Purpose.TOP_UP,
                        null,
                        BUYER));
    }

    private void pays(OwnTopUpView topUp) {
        own.pay(topUp.number());
        assertThat(notices.receive(provider.paid(topUp.payment(), "777.77")))
                .contains(Verdict.APPLIED);
    }

    private OwnTopUpView started(String key) {
        return ((StartOutcome.Started) start(key, AMOUNT)).topUp();
    }

    private StartOutcome start(String key, Money amount) {
        return own.start(new StartTopUp(customer, amount, key, BUYER));
    }

    private static String problem(StartOutcome outcome) {
        return ((StartOutcome.Refused) outcome).problem();
    }

    private PrepaidAmount available() {
        return accounts.balance(customer).available();
    }

    private static PrepaidAmount amount(String principal, String bonus) {
        return new PrepaidAmount(Money.of(principal), Money.of(bonus));
    }

    private void bonus(String bonus) {
        rules.put(
                new PutRule(
                        "自助充值礼",
                        AMOUNT,
                        Money.of(bonus),
                        null,
                        MallTime.today(clock),
                        null,
                        "测试",
                        RECORDER));
    }
}
