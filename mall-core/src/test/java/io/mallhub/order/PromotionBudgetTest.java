package io.mallhub.order;

import static io.mallhub.fixture.TradeFixtures.BUYER;
import static io.mallhub.fixture.TradeFixtures.DESK;
import static io.mallhub.fixture.TradeFixtures.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.CouponFixtures;
import io.mallhub.fixture.PromotionFixtures;
import io.mallhub.order.Carts.CartView;
import io.mallhub.promotion.Budgets;
import io.mallhub.promotion.Limits;
import io.mallhub.promotion.Rule;
import io.mallhub.promotion.Stacking;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.ProvenLedger;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.UserId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A rule takes 10.00 off from 100.00 on; the product costs 10.00. */
class PromotionBudgetTest extends OrderTest {
    private static final Money TEN = Money.of("10.00");

    @Autowired PromotionFixtures rules;
    @Autowired CouponFixtures coupons;
    @Autowired Budgets budgets;
    @Autowired Carts carts;
    @Autowired List<ProvenLedger> ledgers;

    private ProductId goods;

    @BeforeEach
    void goods() {
        goods = trade.aProduct("10.00", 10_000);
    }

    @Test
    void whatIsLeftOfABudgetGoesToWhoeverItIsEnoughForAndTheCartSaysWhyToOthers() {
        Rule rule = tenOff(new Limits(Money.of("25.00"), 0, 0));

        String first = submitted(10);
        String second = submitted(10);
        String third = submitted(10);

        assertThat(order(first).discount()).isEqualTo(TEN);
        assertThat(order(second).discount()).isEqualTo(TEN);
        assertThat(order(third).discount()).isEqualTo(Money.ZERO);
        assertThat(budgets.used(rule.code())).contains(new Budgets.Used(Money.of("20.00"), 2, 1));
        CartView cart = cart(10);
        assertThat(cart.total()).isEqualTo(Money.of("100.00"));
        assertThat(cart.promotions())
                .filteredOn(it -> it.rule().equals(rule.code()))
                .extracting(Explanation::why)
                .containsExactly("promotion.used-up");
    }

    @Test
    void aRuleThatIsUsedUpLeavesTheGoodsToCoupons() {
        rules.limited(
                new Limits(null, 1, 0),
                PromotionFixtures.offBenefit("100.00", "10.00", goods),
                Stacking.exclusive(10));
        String coupon = coupons.aCoupon(customer, "100.00", "15.00");
        assertThat(cart(10).coupons()).noneMatch(it -> it.isUsable());

        submitted(10);

        assertThat(cart(10).coupons())
                .filteredOn(it -> it.coupon().number().equals(coupon))
                .allMatch(it -> it.isUsable())
                .hasSize(1);
    }

    @Test
    void aCancelledOrderGivesItsPartBackOnce() {
        Rule rule = tenOff(new Limits(null, 1, 0));
        String first = submitted(10);
        assertThat(order(submitted(10)).discount()).isEqualTo(Money.ZERO);

        orders.cancel(first, "no", DESK);
        orders.cancel(first, "no", DESK);

        assertThat(budgets.used(rule.code())).contains(new Budgets.Used(Money.ZERO, 0, 0));
        assertThat(order(submitted(10)).discount()).isEqualTo(TEN);
        assertThat(order(submitted(10)).discount()).isEqualTo(Money.ZERO);
    }

    @Test
    void aCompanyHasItAsOftenAsItMayAndAnotherOneStill() {
        tenOff(new Limits(null, 0, 1));
        assertThat(order(submitted(10)).discount()).isEqualTo(TEN);
        assertThat(order(submitted(10)).discount()).isEqualTo(Money.ZERO);

        customer = customers.anActiveCustomer().id();
        trade.giveCredit(customer, "1000.00");

        assertThat(order(submitted(10)).discount()).isEqualTo(TEN);
    }

    @Test
    void whatADeskChangeTakesAwayIsLeftForOthers() {
        Rule rule = tenOff(new Limits(TEN, 0, 0));
        String number = submitted(10);
        orders.recordStops(number, 0, List.of(new OrderView.Stop("sales", "large-amount", "")));

        orders.change(
                new ChangeOrder(
                        number, 0, List.of(new ChangeOrder.Line(1, Quantity.of(5))), "少要", DESK));

        assertThat(order(number).discount()).isEqualTo(Money.ZERO);
        assertThat(budgets.used(rule.code())).contains(new Budgets.Used(Money.ZERO, 0, 0));
        assertThat(order(submitted(10)).discount()).isEqualTo(TEN);
    }

    @Test
    void twoHundredAtOnceGetNoMoreThanTheBudgetAndNothingOfItIsLost() throws Exception {
        Rule rule = tenOff(new Limits(Money.of("305.00"), 0, 2));
        List<CustomerId> companies =
                IntStream.range(0, 40).mapToObj(any -> aCompanyWithCredit()).toList();

        List<Boolean> discounted =
                AtOnce.run(
                        200,
                        thread -> {
                            CustomerId company = companies.get(thread % 40);
                            // Whoever is told that it is gone looks again, and orders without it.
                            while (true) {
                                if (orders.submit(an(company, 10))
                                        instanceof SubmitOutcome.Submitted submitted) {
                                    return order(submitted.orderNumber()).discount().equals(TEN);
                                }
                            }
                        });

        assertThat(discounted).filteredOn(it -> it).hasSize(30);
        Budgets.Used used = budgets.used(rule.code()).orElseThrow();
        assertThat(used.amount()).isEqualTo(Money.of("300.00"));
        assertThat(used.orders()).isEqualTo(30);
        assertThat(used.companies()).isBetween(15L, 30L);
        assertThat(ledgers)
                .filteredOn(it -> it.name().equals("promotions"))
                .allSatisfy(it -> assertThat(it.unprovenAccounts()).isEmpty());
    }

    private Rule tenOff(Limits limits) {
        return rules.limited(limits, PromotionFixtures.offBenefit("100.00", "10.00", goods));
    }

    private CustomerId aCompanyWithCredit() {
        CustomerId company = customers.anActiveCustomer().id();
        trade.giveCredit(company, "1000.00");
        return company;
    }

    private String submitted(long quantity) {
        return trade.submitted(an(customer, quantity));
    }

    private SubmitOrder an(CustomerId company, long quantity) {
        return new SubmitOrder(
                company,
                UUID.randomUUID().toString(),
                List.of(line(goods, quantity)),
                "",
                PaymentMethod.CREDIT,
                List.of(),
                BUYER);
    }

    private CartView cart(long quantity) {
        UserId user = new UserId(UUID.randomUUID());
        carts.put(user, customer, goods, Quantity.of(quantity));
        return carts.cart(user, customer);
    }
}
