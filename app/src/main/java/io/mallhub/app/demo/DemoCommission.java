package io.mallhub.app.demo;

import io.mallhub.commission.CommissionRules;
import io.mallhub.commission.CommissionRules.PutRule;
import io.mallhub.commission.Payee;
import io.mallhub.commission.Payees;
import io.mallhub.commission.Payees.ChangeOutcome;
import io.mallhub.commission.Payees.ChangePayee;
import io.mallhub.commission.Rule.Kind;
import io.mallhub.identity.Accounts;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.PageRequest;
import java.math.BigDecimal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What the salesperson of the demo's pharmacy earns, and the account it is paid into: asked for by
 * one person, confirmed by another, as it has to be.
 */
@Component
@DemoOnly
@Order(3)
class DemoCommission implements ApplicationRunner {
    static final String SALESPERSON = "salesperson";

    private final CommissionRules rules;
    private final Payees payees;
    private final Accounts accounts;
    private final Clock clock;

    DemoCommission(CommissionRules rules, Payees payees, Accounts accounts, Clock clock) {
        this.rules = rules;
        this.payees = payees;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments args) {
        if (rules.history(PageRequest.first(1)).total() == 0) {
            put(Kind.SELF_SERVICE, new BigDecimal("0.015"), null, "自助下单按未税净额 1.5% 计提");
            put(Kind.ON_BEHALF, new BigDecimal("0.01"), null, "代客下单按未税净额 1% 计提");
            put(Kind.ACTIVATION, null, Money.of("200.00"), "新客户首单发货并付清奖励 200 元");
        }
        if (payees.history(SALESPERSON).isEmpty()) {
            openAccount();
        }
    }

    private void put(Kind kind, @Nullable BigDecimal rate, @Nullable Money bonus, String reason) {
        rules.put(
                new PutRule(
                        kind,
                        null,
                        0,
                        rate,
                        bonus,
                        MallTime.today(clock),
                        null,
                        reason,
                        person("finance")));
    }

    private void openAccount() {
        ChangeOutcome asked =
                payees.request(
                        new ChangePayee(
                                SALESPERSON,
                                "何丽",
                                "中国工商银行福州鼓楼支行",
                                "6222020000000000001",
                                "",
                                "13900000001",
                                "",
                                person("finance")));
        if (asked instanceof ChangeOutcome.Done(Payee payee)) {
            payees.decide(payee.id(), true, person("finance2"));
        }
    }

    private Actor person(String login) {
        return accounts.staff(login).orElseThrow().actor();
    }
}
