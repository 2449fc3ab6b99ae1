package io.mallhub.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.commission.CommissionRules.PutRule;
import io.mallhub.commission.Commissions.Attribution;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.PrepaidFixtures;
import io.mallhub.fixture.ReturnFixtures;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.order.PaymentMethod;
import io.mallhub.order.SubmitOrder;
import io.mallhub.returns.Returns;
import io.mallhub.returns.Reversal;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

class EarningTest extends CommissionTest {
    @Autowired PrepaidFixtures prepaid;
    @Autowired ReturnFixtures goods;
    @Autowired Returns returns;

    @Test
    void anOrderEarnsWhenItIsCompletedAndNotBefore() {
        String number = trade.anAcceptedOrder(customer.id());
        trade.ship(number, "FH-1", 10);
        assertThat(balance()).isEqualTo(Money.ZERO);

        orders.complete(number);
        orders.complete(number);

        List<Entry> entries = commissions.ofOrder(number);
        assertThat(entries).hasSize(1);
        Entry earned = entries.getFirst();
        assertThat(earned.basis()).isEqualTo(Money.of("88.50"));
        assertThat(earned.amount()).isEqualTo(Money.of("2.66")); // 3 % of 88.50 is 2.655
        assertThat(earned.beneficiary()).isEqualTo(salesperson.id());
        assertThat(commissions.unproven()).isEmpty();
    }

    @Test
    void whoPlacesAnOrderOnBehalfEarnsByTheOtherRate() {
        var asked = tenBoxes(customer.id(), trade.aProduct(), salesperson);
        String number = complete(trade.submitted(asked));

        assertThat(commissions.ofOrder(number))
                .extracting(Entry::beneficiary)
                .containsExactly(salesperson.id());
        assertThat(balance()).isEqualTo(Money.of("1.77"));
    }

    @Test
    void theFirstPaidAndShippedOrderActivatesTheCustomerOnce() {
        String number = aCompletedOrder();
        assertThat(kinds(number)).containsExactly(Entry.Kind.EARNED);

        receivables.receivePayment(customer.id(), "bank-" + number, Money.of("100.00"), "", ADMIN);
        String next = aCompletedOrder();
        receivables.receivePayment(customer.id(), "bank-" + next, Money.of("100.00"), "", ADMIN);

        assertThat(kinds(number)).containsExactly(Entry.Kind.EARNED, Entry.Kind.BONUS);
        assertThat(kinds(next)).containsExactly(Entry.Kind.EARNED);
        assertThat(balance()).isEqualTo(Money.of("55.32"));
    }

    @Test
    void anOrderPaidInAdvanceActivatesTheCustomerWithItsCompletion() {
        prepaid.toppedUp(customer.id(), "100.00");
        SubmitOrder tenBoxes =
                new SubmitOrder(
                        customer.id(),
                        UUID.randomUUID().toString(),
                        List.of(TradeFixtures.line(trade.aProduct(), 10)),
                        "",
                        PaymentMethod.PREPAID,
                        TradeFixtures.BUYER);
        String number = trade.accepted(trade.submitted(tenBoxes));
        trade.ship(number, "FH-" + number, 10);

        orders.complete(number);

        assertThat(kinds(number)).containsExactlyInAnyOrder(Entry.Kind.EARNED, Entry.Kind.BONUS);
    }

    @Test
    void anOrderThatComesBackWholeHasActivatedNobody() {
        String number = aCompletedOrder();
        receivables.receivePayment(customer.id(), "bank-" + number, Money.of("100.00"), "", ADMIN);

        returned(number, "88.50", "all-" + number);

        assertThat(balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void returnsTakeTheirPartOnceAndAWholeReturnTakesAll() {
        String number = aCompletedOrder();

        returned(number, "29.50", "first-" + number);
        returned(number, "29.50", "first-" + number);
        assertThat(balance()).isEqualTo(Money.of("1.77")); // 2.66 − 0.89

        returned(number, "29.50", "second-" + number);
        returned(number, "29.50", "third-" + number);
        assertThat(balance()).isEqualTo(Money.ZERO);
    }

    @Test
    void whatAReturnWillTakeIsForetoldToTheDeskAndThenTaken() {
        String number = aCompletedOrder();
        Money earned = balance();

        String back = goods.received(customer.id(), number, 4);
        List<Reversal.Consequence> foretold =
                returns.find(back).orElseThrow().reversal().consequences();
        goods.inspect(back, ReturnFixtures.toStock(4));
        returns.settle(back);

        assertThat(foretold)
                .containsExactly(
                        new Reversal.Consequence(
                                "reversal.commission",
                                balance().minus(earned),
                                salesperson.id(),
                                true));
        assertThat(balance()).isEqualTo(Money.of("1.60")); // 2.66 less 40 % of it
        assertThat(returns.find(back).orElseThrow().reversal().consequences()).isEmpty();
    }

    @Test
    void whatAWholeReturnWillTakeOfTheBonusIsForetoldToo() {
        String number = aCompletedOrder();
        receivables.receivePayment(customer.id(), "bank-" + number, Money.of("100.00"), "", ADMIN);

        String part = goods.received(customer.id(), number, 4);
        assertThat(foretold(part)).containsExactly("reversal.commission -1.06");
        goods.inspect(part, ReturnFixtures.toStock(4));
        returns.settle(part);
        String rest = goods.received(customer.id(), number, 6);

        assertThat(foretold(rest))
                .containsExactly("reversal.commission -1.60", "reversal.bonus -50.00");
        goods.inspect(rest, ReturnFixtures.toStock(6));
        returns.settle(rest);
        assertThat(balance()).isEqualTo(Money.ZERO);
    }

    private List<String> foretold(String back) {
        return returns.find(back).orElseThrow().reversal().consequences().stream()
                .map(it -> it.kind() + " " + it.amount())
                .toList();
    }

    @Test
    void aReturnBeforeTheOrderIsCompletedCountsWhenItEarns() {
        String number = trade.anAcceptedOrder(customer.id());
        trade.ship(number, "FH-1", 10);
        returned(number, "44.25", "early-" + number);

        orders.complete(number);

        assertThat(balance()).isEqualTo(Money.of("1.33"));
    }

    @Test
    void aShareLinkPaysTheSharerAndAtMostOneAbove() {
        ProductId product = trade.aProduct();
        distribution(product, 1, "0.05");
        distribution(product, 2, "0.01");
        String number = trade.submitted(tenBoxes(customer.id(), product, TradeFixtures.BUYER));
        attribute(number, product, List.of("Sharer-1", "sharer-2"), "L1");
        attribute(number, product, List.of("sharer-1", "sharer-2"), "L1");
        assertThatThrownBy(() -> attribute(number, product, List.of("a", "b", "c"), "L"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> attribute(number, product, List.of("a"), "L"))
                .isInstanceOf(IllegalStateException.class);

        complete(number);

        assertThat(commissions.ofOrder(number))
                .filteredOn(it -> it.channel() == Entry.Channel.DISTRIBUTION)
                .extracting(it -> it.beneficiary() + " " + it.amount())
                .containsExactly("sharer-1 4.43", "sharer-2 0.89");
    }

    @Test
    void aThirdLevelAndASecondEarningOfALineAreRefusedByTheDatabase() {
        String number = aCompletedOrder();
        Entry earned = commissions.ofOrder(number).getFirst();
        assertThatThrownBy(() -> insertLike(earned, "DISTRIBUTION", 3, "third"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("commission_depth");
        assertThatThrownBy(() -> insertLike(earned, "SALES", 0, "again"))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("commission_line_earns_once");
        assertThatThrownBy(() -> jdbc.sql("UPDATE commission_entry SET amount = 1").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aCorrectionReversesAndLaterReturnsTakeFromTheNewAmount() {
        String number = aCompletedOrder();
        long sequence = commissions.ofOrder(number).getFirst().sequence();
        assertThatThrownBy(() -> commissions.correct(sequence, Money.of("4.00"), "错", salesperson))
                .isInstanceOf(IllegalArgumentException.class);

        commissions.correct(sequence, Money.of("4.00"), "率错", SALES);
        assertThat(balance()).isEqualTo(Money.of("4.00"));
        returned(number, "44.25", "half-" + number);

        assertThat(balance()).isEqualTo(Money.of("2.00"));
        assertThatThrownBy(() -> commissions.correct(sequence, Money.ZERO, "又", SALES))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void ofTwentyEqualReturnsAtOnceOneCounts() throws Exception {
        String number = aCompletedOrder();

        AtOnce.run(
                20,
                i -> {
                    returned(number, "44.25", "once-" + number);
                    return i;
                });

        assertThat(balance()).isEqualTo(Money.of("1.33"));
        assertThat(commissions.unproven()).isEmpty();
    }

    @Test
    void completionAndPaymentAtTheSameTimeActivateOnce() throws Exception {
        String number = trade.anAcceptedOrder(customer.id());
        receivables.post(customer.id(), number, Money.of("100.00"), null, ADMIN);
        trade.ship(number, "FH-1", 10);

        AtOnce.run(
                2,
                i -> {
                    if (i == 0) {
                        orders.complete(number);
                    } else {
                        receivables.receivePayment(
                                customer.id(), "b-" + number, Money.of("100.00"), "", ADMIN);
                    }
                    return i;
                });

        assertThat(kinds(number)).containsExactlyInAnyOrder(Entry.Kind.EARNED, Entry.Kind.BONUS);
    }

    @Test
    void ofTheRulesOfADayTheNewestCountsAndNoneWorksBackwards() {
        rate(Rule.Kind.SELF_SERVICE, "0.10");
        String number = aCompletedOrder();
        assertThat(commissions.entries(salesperson.id(), PageRequest.first(5)).items())
                .extracting(Entry::amount)
                .containsExactly(Money.of("8.85"));
        rate(Rule.Kind.SELF_SERVICE, "0");
        aCompletedOrder();
        assertThat(balance()).isEqualTo(Money.of("8.85"));
        assertThat(number).isNotEmpty();
        assertThatThrownBy(
                        () ->
                                rules.put(
                                        new PutRule(
                                                Rule.Kind.SELF_SERVICE,
                                                null,
                                                0,
                                                BigDecimal.ZERO,
                                                null,
                                                MallTime.today(clock).minusDays(1),
                                                null,
                                                "x",
                                                ADMIN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Entry.Kind> kinds(String order) {
        return commissions.ofOrder(order).stream().map(Entry::kind).toList();
    }

    private void distribution(ProductId product, int depth, String rate) {
        rules.put(
                new PutRule(
                        Rule.Kind.DISTRIBUTION,
                        product,
                        depth,
                        new BigDecimal(rate),
                        null,
                        MallTime.today(clock),
                        null,
                        "测试",
                        ADMIN));
    }

    private String complete(String number) {
        orders.approve(number, 0);
        orders.startSending(number);
        orders.recordSent(number, "XS-" + number, clock.instant());
        trade.ship(number, "FH-" + number, 10);
        orders.complete(number);
        return number;
    }

    private void insertLike(Entry entry, String channel, int depth, String key) {
        jdbc.sql(
                        """
                        INSERT INTO commission_entry (beneficiary, kind, channel, depth,
                            order_number, line, basis, rate, rule_id, amount, balance_after,
                            document, at, by_actor, idempotency_key)
                        VALUES (?, 'EARNED', ?, ?, ?, 1, 1, 0.1, ?, 1, 1, 'x', now(), 'x', ?)
                        """)
                .params(
                        entry.beneficiary(),
                        channel,
                        depth,
                        entry.document(),
                        java.util.Objects.requireNonNull(entry.ruleId()),
                        key + entry.document())
                .update();
    }

    private static SubmitOrder tenBoxes(CustomerId company, ProductId product, Actor by) {
        return new SubmitOrder(
                company,
                UUID.randomUUID().toString(),
                List.of(TradeFixtures.line(product, 10)),
                "",
                by);
    }

    private void attribute(String order, ProductId product, List<String> chain, String link) {
        commissions.attribute(order, List.of(new Attribution(product, chain, link)));
    }
}
