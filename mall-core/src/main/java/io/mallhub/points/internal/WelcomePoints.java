package io.mallhub.points.internal;

import io.mallhub.customer.CustomerActivated;
import io.mallhub.customer.Customers;
import io.mallhub.points.PointsMove;
import io.mallhub.points.PointsRule;
import io.mallhub.points.internal.PointsAccounts.Sums;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Welcomes a company with the points that the rule in force has for newcomers, once ever. */
@Component
class WelcomePoints {
    private static final Actor BY = Actor.system("welcome-points");
    private static final String KEY = "welcome";

    private final PointsRuleTable rules;
    private final PointsAccounts accounts;
    private final LotTable lots;
    private final PointsNotices notices;
    private final Customers customers;
    private final Clock clock;

    WelcomePoints(
            PointsRuleTable rules,
            PointsAccounts accounts,
            LotTable lots,
            PointsNotices notices,
            Customers customers,
            Clock clock) {
        this.rules = rules;
        this.accounts = accounts;
        this.lots = lots;
        this.notices = notices;
        this.customers = customers;
        this.clock = clock;
    }

    /** In the transaction that activates the customer. */
    @EventListener
    @Transactional
    public void on(CustomerActivated event) {
        rules.newest().filter(it -> it.welcome() > 0).ifPresent(it -> welcome(event, it));
    }

    private void welcome(CustomerActivated event, PointsRule rule) {
        CustomerId company = event.customer();
        String name = customers.customer(company).orElseThrow().company().name();
        Sums before = accounts.open(company, name);
        if (accounts.isKnown(company, KEY)) {
            return;
        }
        Instant until = rule.until(MallTime.today(clock));
        lots.open(
                company,
                event.applicationNumber(),
                rule.welcome(),
                before.intoLot(rule.welcome()),
                until);
        accounts.append(
                new NewEntry(
                        company,
                        PointsMove.WELCOME,
                        event.applicationNumber(),
                        null,
                        rule.welcome(),
                        0,
                        BY.id(),
                        "",
                        KEY),
                clock.instant());
        notices.welcome(company, rule.welcome(), MallTime.dateOf(until.minusSeconds(1)));
    }
}
