package io.mallhub.prepaid;

import static io.mallhub.fixture.PrepaidFixtures.CONFIRMER;
import static io.mallhub.fixture.PrepaidFixtures.RECORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.audit.FourEyesProof;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.PrepaidFixtures;
import io.mallhub.notification.Inbox;
import io.mallhub.notification.NoticeView;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Recipient;
import io.mallhub.prepaid.PrepaidAccounts.EntryView;
import io.mallhub.prepaid.TopUpRules.PutOutcome;
import io.mallhub.prepaid.TopUpRules.PutRule;
import io.mallhub.prepaid.TopUps.DecideOutcome;
import io.mallhub.prepaid.TopUps.RecordOutcome;
import io.mallhub.prepaid.TopUps.RecordTopUp;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MallTest
class TopUpsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired TopUps topUps;
    @Autowired TopUpRules rules;
    @Autowired Notifications notifications;
    @Autowired PrepaidAccounts accounts;
    @Autowired PrepaidFixtures prepaid;
    @Autowired CustomerFixtures customers;
    @Autowired FourEyesProof proof;
    @Autowired AuditLog audit;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;

    private CustomerId customer;

    @BeforeEach
    void aCustomer() {
        customer = customers.anActiveCustomer().id();
    }

    @Test
    void theCompanyIsToldWhenItsMoneyIsThereAndWhenItIsTakenBack() {
        String number = prepaid.recorded(customer, "12.00");
        assertThat(told()).isEmpty();

        topUps.confirm(number, CONFIRMER);
        topUps.reverse(number, "银行退汇", RECORDER);

        assertThat(told())
                .satisfiesExactly(
                        last -> assertThat(last.text()).contains("12.00", "银行退汇"),
                        first -> assertThat(first.text()).contains("12.00", "已到账"));
    }

    private List<NoticeView> told() {
        String company = new Recipient.Company(customer).audience();
        return notifications
                .inbox(
                        new Inbox("buyer:han", List.of(company)),
                        Locale.CHINESE,
                        PageRequest.first(9))
                .items();
    }

    @Test
    void moneyIsThereOnlyAfterAnotherPersonConfirmed() {
        String number = prepaid.recorded(customer, "12.00");
        assertThat(balance()).isEqualTo(PrepaidAmount.ZERO);

        assertThat(topUps.confirm(number, RECORDER)).isEqualTo(refused("top-up.recorder"));
        assertThat(topUps.confirm(number, Actor.staff("CAI", "")))
                .isEqualTo(refused("top-up.recorder"));
        assertThat(topUps.confirm(number, Actor.buyer("han", "")))
                .isEqualTo(refused("top-up.not-staff"));
        assertThat(balance()).isEqualTo(PrepaidAmount.ZERO);
        assertThat(topUps.confirm(number, CONFIRMER)).isEqualTo(new DecideOutcome.Done());
        assertThat(topUps.confirm(number, CONFIRMER)).isEqualTo(new DecideOutcome.Done());

        assertThat(balance()).isEqualTo(amount("12.00", "0"));
        assertThat(accounts.entries(customer, PageRequest.first(9)).items()).hasSize(1);
        assertThat(accounts.unproven()).doesNotContain(customer);
        assertThat(proof.verify().breaches()).noneMatch(it -> it.subject().equals(number));
        assertThat(
                        audit.page(
                                        new AuditQuery(null, "top-up", number, null),
                                        PageRequest.first(9))
                                .items())
                .extracting(it -> it.entry().action())
                .contains("record-top-up", "confirm-top-up", "refuse-approval");
    }

    @Test
    void financeIsToldThatATopUpWaitsOnce() {
        String number = prepaid.recorded(customer, "12.00");

        assertThat(
                        jdbc.sql("select count(*) from notice where notice_key = ?")
                                .param("top-up-recorded/" + number)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void whoeverGetsPastTheFourEyesIsFoundInTheRecords() {
        String number = prepaid.toppedUp(customer, "12.00");

        transaction.executeWithoutResult(
                status -> {
                    status.setRollbackOnly();
                    jdbc.sql("update prepaid_top_up set decided_by_id = 'CAI' where number = ?")
                            .param(number)
                            .update();
                    assertThat(proof.verify().breaches())
                            .anyMatch(it -> it.subject().equals(number));
                });
    }

    @Test
    void oneTransferIsCreditedOnceHoweverItIsSpelled() {
        String reference = "icbc " + UUID.randomUUID();
        RecordOutcome first = record(customer, "10.00", reference);
        String number = ((RecordOutcome.Recorded) first).number();

        assertThat(record(customer, "10.00", reference.toUpperCase().replace(" ", "")))
                .isEqualTo(new RecordOutcome.Recorded(number, true));
        assertThat(record(customer, "10.01", reference))
                .isEqualTo(new RecordOutcome.Refused("top-up.reference-known", number));
        assertThat(record(customers.anActiveCustomer().id(), "10.00", reference))
                .isEqualTo(new RecordOutcome.Refused("top-up.reference-known", number));

        topUps.refuse(number, "wrong customer", RECORDER);
        assertThat(topUps.confirm(number, CONFIRMER)).isEqualTo(refused("top-up.decided-already"));
        assertThat(record(customers.anActiveCustomer().id(), "10.00", reference))
                .isInstanceOf(RecordOutcome.Recorded.class);
    }

    @Test
    void oneTransferRecordedByManyAtOnceIsOneTopUp() throws Exception {
        String reference = "R" + UUID.randomUUID();

        List<RecordOutcome> outcomes = AtOnce.run(6, i -> record(customer, "10.00", reference));

        assertThat(outcomes)
                .extracting(it -> ((RecordOutcome.Recorded) it).number())
                .containsOnly(((RecordOutcome.Recorded) outcomes.getFirst()).number());
    }

    @Test
    void confirmedByTwoAtOnceItIsCreditedOnce() throws Exception {
        String number = prepaid.recorded(customer, "10.00");

        AtOnce.run(6, i -> topUps.confirm(number, Actor.staff("fin" + i, "")));

        assertThat(balance()).isEqualTo(amount("10.00", "0"));
    }

    @Test
    void theHighestThresholdReachedGivesTheBonusAndIsNamedInTheEntry() {
        put("70000", "100", null);
        put("80000", null, "1.5");
        put("90000", "5000", null);

        assertThat(rules.bonus(Money.of("69999.99")).rule()).isNull();
        assertThat(rules.bonus(Money.of("79999.99")).amount()).isEqualTo(Money.of("100.00"));
        assertThat(rules.bonus(Money.of("80001.11")).amount()).isEqualTo(Money.of("1200.01"));
        String number = prepaid.recorded(customer, "90000.00");
        put("90000", "0", null);
        put("80000", null, "0");
        put("70000", "0", null);
        assertThat(rules.bonus(Money.of("90000")).rule()).isNull();
        topUps.confirm(number, CONFIRMER);

        assertThat(balance()).isEqualTo(amount("90000.00", "5000.00"));
        EntryView entry = accounts.entries(customer, PageRequest.first(1)).items().getFirst();
        assertThat(entry.note()).isEqualTo("预存有礼 (≥ 90000.00 → 5000.00)");
        assertThat(entry.document()).isEqualTo(number);
    }

    @Test
    void aRuleThatMakesNoSenseIsRefused() {
        assertThat(put("0", "1", null)).isEqualTo(bad("threshold"));
        assertThat(put("100", "101", null)).isEqualTo(bad("bonus"));
        assertThat(put("100", null, "50.01")).isEqualTo(bad("percent"));
        assertThat(put("100", null, "1.001")).isEqualTo(bad("percent"));
        assertThat(put("100", "1", "1")).isEqualTo(bad("one-bonus"));
        assertThat(put("100", null, null)).isEqualTo(bad("one-bonus"));
        assertThat(
                        rules.put(
                                new PutRule(
                                        "x",
                                        Money.of("1"),
                                        Money.of("1"),
                                        null,
                                        LocalDate.of(2020, 1, 1),
                                        null,
                                        "r",
                                        RECORDER)))
                .isEqualTo(bad("backwards"));
    }

    @Test
    void aTopUpIsTakenBackByAnotherAsLongAsNothingOfItIsSpent() {
        String number = prepaid.toppedUp(customer, "10.00");
        assertThat(topUps.reverse(number, "wrong", CONFIRMER))
                .isEqualTo(refused("top-up.confirmer"));
        assertThat(topUps.reverse(number, " ", RECORDER))
                .isEqualTo(refused("top-up.reason-missing"));
        String order = "SO" + UUID.randomUUID();
        accounts.hold(customer, order, Money.of("0.01"));
        assertThat(topUps.reverse(number, "wrong", RECORDER)).isEqualTo(refused("top-up.spent"));

        accounts.giveBack(customer, order, "", RECORDER);
        assertThat(topUps.reverse(number, "wrong", RECORDER)).isEqualTo(new DecideOutcome.Done());
        assertThat(topUps.reverse(number, "wrong", RECORDER)).isEqualTo(new DecideOutcome.Done());

        assertThat(balance()).isEqualTo(PrepaidAmount.ZERO);
        assertThat(accounts.unproven()).doesNotContain(customer);
        assertThat(proof.verify().breaches()).noneMatch(it -> it.subject().equals(number));
        assertThat(topUps.page(customer, TopUpView.State.REVERSED, PageRequest.first(5)).items())
                .singleElement()
                .satisfies(it -> assertThat(it.number()).isEqualTo(number));
    }

    @Test
    void theDatabaseRefusesToChangeOrDeleteAnEntryAndABalanceThatIsNotProvenIsFound() {
        prepaid.toppedUp(customer, "10.00");

        for (String change :
                List.of(
                        "update prepaid_entry set principal = 0",
                        "delete from prepaid_entry",
                        "truncate prepaid_entry")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("never changed or deleted");
        }
        transaction.executeWithoutResult(
                status -> {
                    status.setRollbackOnly();
                    jdbc.sql("update prepaid_account set bonus = 1 where customer_id = ?")
                            .param(customer.value())
                            .update();
                    assertThat(accounts.unproven()).containsExactly(customer);
                });
    }

    @Test
    void ofOrdersAtOnceOnlyThoseGetTheMoneyForWhomItIsThere() throws Exception {
        prepaid.toppedUp(customer, "100.00");

        List<Boolean> held =
                AtOnce.run(
                        8,
                        i ->
                                accounts.hold(customer, "SO" + UUID.randomUUID(), Money.of("30.00"))
                                        instanceof PrepaidAccounts.HoldOutcome.Held);

        assertThat(held).filteredOn(it -> it).hasSize(3);
        assertThat(accounts.balance(customer).available().total()).isEqualTo(Money.of("10.00"));
    }

    @Test
    void customersAreListedByWhatTheyHave() {
        prepaid.toppedUp(customer, "10.00");
        String name =
                topUps.page(customer, null, PageRequest.first(1)).items().getFirst().customerName();

        assertThat(accounts.page(name, PageRequest.first(200)).items())
                .anyMatch(it -> it.customer().equals(customer));
        assertThat(accounts.page("%", PageRequest.first(5)).items()).isEmpty();
    }

    private PrepaidAmount balance() {
        return accounts.balance(customer).balance();
    }

    private RecordOutcome record(CustomerId whose, String amount, String reference) {
        return topUps.record(new RecordTopUp(whose, Money.of(amount), reference, "", RECORDER));
    }

    private PutOutcome put(String threshold, @Nullable String bonus, @Nullable String percent) {
        return rules.put(
                new PutRule(
                        "预存有礼",
                        Money.of(threshold),
                        bonus == null ? null : Money.of(bonus),
                        percent == null ? null : new BigDecimal(percent),
                        TODAY,
                        null,
                        "campaign",
                        RECORDER));
    }

    private static PutOutcome bad(String what) {
        return new PutOutcome.Refused("top-up-rule." + what);
    }

    private static DecideOutcome refused(String why) {
        return new DecideOutcome.Refused(why);
    }

    private static PrepaidAmount amount(String principal, String bonus) {
        return new PrepaidAmount(Money.of(principal), Money.of(bonus));
    }
}
