package io.mallhub.points.internal;

import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.points.Points.Paid;
import io.mallhub.points.PointsMove;
import io.mallhub.points.PointsRule;
import io.mallhub.points.internal.EarningTable.Earning;
import io.mallhub.points.internal.PointsAccounts.Sums;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Money;
import io.mallhub.shared.ProductId;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * What orders earn: the points of what was paid for the goods that stay, however often some of them
 * come back.
 */
@Component
class PointsEarning {
    private static final Actor BY = Actor.system("points");

    private final PointsRuleTable rules;
    private final EarningTable earnings;
    private final PointsAccounts accounts;
    private final LotTable lots;
    private final Products products;
    private final Clock clock;

    PointsEarning(
            PointsRuleTable rules,
            EarningTable earnings,
            PointsAccounts accounts,
            LotTable lots,
            Products products,
            Clock clock) {
        this.rules = rules;
        this.earnings = earnings;
        this.accounts = accounts;
        this.lots = lots;
        this.products = products;
        this.clock = clock;
    }

    long earn(CustomerId company, String companyName, String order, List<Paid> paid) {
        Optional<PointsRule> rule = rules.newest().filter(PointsRule::earns);
        if (rule.isEmpty()) {
            return 0;
        }
        Earning earning = earnings.open(company, order);
        if (earning.rule() != null) {
            return earning.points();
        }
        earnings.earns(order, rule.get().version(), earningLines(rule.get(), paid));
        long points = rule.get().earned(earnings.staying(order));
        if (points > 0) {
            Sums before = accounts.open(company, companyName);
            lots.open(
                    company,
                    order,
                    points,
                    before.intoLot(points),
                    rule.get().until(MallTime.today(clock)));
            accounts.append(entry(company, PointsMove.EARN, order, order, points), clock.instant());
            earnings.set(order, points);
        }
        return points;
    }

    private Map<Integer, Money> earningLines(PointsRule rule, List<Paid> paid) {
        Set<ProductId> goods = new HashSet<>();
        paid.forEach(it -> goods.add(it.product()));
        Map<ProductId, ProductView> catalogue = products.products(goods);
        Map<Integer, Money> lines = new TreeMap<>();
        for (Paid line : paid) {
            ProductView product = catalogue.get(line.product());
            if (product != null
                    && product.category() != null
                    && !rule.neverEarn().contains(product.category())) {
                lines.put(line.line(), line.amount());
            }
        }
        return lines;
    }

    long takeBack(CustomerId company, String order, String document, Map<Integer, Money> returned) {
        if (returned.isEmpty() || rules.newest().isEmpty()) {
            return 0;
        }
        Earning earning = earnings.open(company, order);
        if (!earnings.cameBack(order, document, returned) || earning.rule() == null) {
            return 0;
        }
        long due = earning.points() - still(earning.rule(), earnings.staying(order));
        if (due <= 0) {
            return 0;
        }
        accounts.lock(company);
        lots.takeBack(company, order, due);
        accounts.append(
                entry(company, PointsMove.TAKE_BACK, document, order, -due), clock.instant());
        earnings.set(order, earning.points() - due);
        return due;
    }

    long foretell(String order, Map<Integer, Money> returned) {
        Optional<Earning> earning = earnings.find(order);
        if (earning.isEmpty() || earning.get().rule() == null || earning.get().points() == 0) {
            return 0;
        }
        Money back =
                earnings.lines(order).stream()
                        .map(line -> returned.getOrDefault(line, Money.ZERO))
                        .reduce(Money.ZERO, Money::plus);
        Money staying = earnings.staying(order).minus(back);
        return Math.max(0, earning.get().points() - still(earning.get().rule(), staying));
    }

    private long still(int rule, Money staying) {
        return rules.version(rule).orElseThrow().earned(staying);
    }

    long ofOrder(String order) {
        return earnings.find(order).map(Earning::points).orElse(0L);
    }

    private static NewEntry entry(
            CustomerId company, PointsMove kind, String document, String order, long points) {
        String key = kind == PointsMove.EARN ? "earn/" + order : "take-back/" + document;
        return new NewEntry(company, kind, document, order, points, 0, BY.id(), "", key);
    }
}
