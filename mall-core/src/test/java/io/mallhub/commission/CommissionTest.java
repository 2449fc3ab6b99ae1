package io.mallhub.commission;

import io.mallhub.commission.CommissionRules.PutRule;
import io.mallhub.commission.Commissions.ClawBack;
import io.mallhub.customer.CustomerView;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.ledger.Receivables;
import io.mallhub.order.Orders;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of commission share: rules in force, a salesperson and a customer of theirs. */
@MallTest
abstract class CommissionTest {
    static final Actor ADMIN = Actor.staff("admin-of-tests", "管理员");
    static final Actor SALES = Actor.staff("sales-desk", "销售主管");
    static final Actor FINANCE = Actor.staff("finance-one", "财务甲");
    static final Actor FINANCE_TWO = Actor.staff("finance-two", "财务乙");

    @Autowired Commissions commissions;
    @Autowired CommissionRules rules;
    @Autowired Statements statements;
    @Autowired Payouts payouts;
    @Autowired Payees payees;
    @Autowired Orders orders;
    @Autowired Receivables receivables;
    @Autowired Accounts accounts;
    @Autowired TradeFixtures trade;
    @Autowired CustomerFixtures customers;
    @Autowired MutableClock clock;
    @Autowired JdbcClient jdbc;

    Actor salesperson;
    CustomerView customer;

    @BeforeEach
    void rulesAndPeople() {
        rate(Rule.Kind.SELF_SERVICE, "0.03");
        rate(Rule.Kind.ON_BEHALF, "0.02");
        rules.put(
                new PutRule(
                        Rule.Kind.ACTIVATION,
                        null,
                        0,
                        null,
                        Money.of("50.00"),
                        MallTime.today(clock),
                        null,
                        "测试",
                        ADMIN));
        salesperson = aSalesperson();
        customer = customers.aCustomerBroughtBy(salesperson.id());
        trade.giveCredit(customer.id(), "100000.00");
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    Actor aSalesperson() {
        String login = "seller-" + UUID.randomUUID().toString().substring(0, 8);
        return accounts.createStaff(
                        new Accounts.CreateStaff(
                                login,
                                "销售" + login,
                                "long enough a password",
                                EnumSet.of(Role.SALESPERSON),
                                ADMIN))
                .actor();
    }

    Rule rate(Rule.Kind kind, String rate) {
        return rules.put(
                new PutRule(
                        kind,
                        null,
                        0,
                        new BigDecimal(rate),
                        null,
                        MallTime.today(clock),
                        null,
                        "测试",
                        ADMIN));
    }

    /** Ten boxes at 10.00 with 13 % tax: 88.50 net. Shipped whole and completed. */
    String aCompletedOrder() {
        String number = trade.anAcceptedOrder(customer.id());
        receivables.post(customer.id(), number, Money.of("100.00"), null, ADMIN);
        trade.ship(number, "FH-" + number, 10);
        orders.complete(number);
        return number;
    }

    /** Of line 1. */
    void returned(String order, String net, String key) {
        commissions.clawBack(
                new ClawBack(order, 1, Quantity.of(1), Money.of(net), "TH-" + order, key));
    }

    /** An account confirmed by two people, its waiting time over. */
    Payee aPayeeInForce(String holder) {
        Payees.ChangeOutcome asked =
                payees.request(
                        new Payees.ChangePayee(
                                salesperson.id(),
                                holder,
                                "工商银行",
                                "6222 0000 1111 2222",
                                "",
                                "",
                                "",
                                FINANCE));
        Payee payee = ((Payees.ChangeOutcome.Done) asked).payee();
        payees.decide(payee.id(), true, FINANCE_TWO);
        clock.advance(Duration.ofDays(3));
        return payees.inForce(salesperson.id()).orElseThrow();
    }

    Money balance() {
        return commissions.balance(salesperson.id());
    }
}
