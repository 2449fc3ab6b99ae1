package io.mallhub.promotion.internal;

import io.mallhub.promotion.Budgets;
import io.mallhub.promotion.Limits;
import io.mallhub.promotion.Rule;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class BudgetBook implements Budgets {
    private final UseTable uses;
    private final LiveRules live;
    private final Clock clock;

    BudgetBook(UseTable uses, LiveRules live, Clock clock) {
        this.uses = uses;
        this.live = live;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Left> left(Collection<Rule> rules, CustomerId company) {
        if (rules.isEmpty()) {
            return Map.of();
        }
        Map<String, UseTable.Use> used = uses.of(rules.stream().map(Rule::code).toList(), company);
        Map<String, Left> left = new HashMap<>();
        for (Rule rule : rules) {
            left.put(
                    rule.code(),
                    left(
                            rule.conditions().limits(),
                            used.getOrDefault(rule.code(), UseTable.NONE)));
        }
        return left;
    }

    private static Left left(Limits limits, UseTable.Use used) {
        return Left.of(limits, used.amount(), used.orders(), used.ordersOfCompany());
    }

    @Override
    public Optional<String> take(String order, CustomerId company, Map<String, Money> worth) {
        List<Rule> limited = new ArrayList<>(live.kept().limited());
        limited.removeIf(it -> !worth.containsKey(it.code()));
        if (limited.isEmpty()) {
            return Optional.empty();
        }
        uses.lock(limited.stream().map(Rule::code).sorted().toList());
        // Read after the lock: what others took meanwhile counts.
        Map<String, Left> left = left(limited, company);
        for (Rule rule : limited) {
            Left of = left.getOrDefault(rule.code(), new Left(null, 0, 0));
            if (of.objection(worth.getOrDefault(rule.code(), Money.ZERO)).isPresent()
                    && !uses.has(order, rule.code())) {
                return Optional.of(rule.code());
            }
        }
        for (Rule rule : limited) {
            Money much = worth.getOrDefault(rule.code(), Money.ZERO);
            uses.add(
                    new UseTable.Entry(rule.code(), order, company, much, 1, order),
                    clock.instant());
        }
        return Optional.empty();
    }

    @Override
    public void lock(String order) {
        lockedOf(order);
    }

    @Override
    public void settle(String order, Map<String, Money> worth, String key) {
        for (UseTable.Entry taken : lockedOf(order)) {
            Money more = worth.getOrDefault(taken.code(), Money.ZERO).minus(taken.amount());
            int orders = (worth.containsKey(taken.code()) ? 1 : 0) - taken.orders();
            if (!more.isZero() || orders != 0) {
                uses.add(
                        new UseTable.Entry(taken.code(), order, taken.company(), more, orders, key),
                        clock.instant());
            }
        }
    }

    @Override
    public void giveBack(String order) {
        settle(order, Map.of(), order + "/back");
    }

    /** What the order has of each rule, nobody else changing it. */
    private List<UseTable.Entry> lockedOf(String order) {
        List<String> codes = uses.codesOf(order);
        if (codes.isEmpty()) {
            return List.of();
        }
        uses.lock(codes);
        return uses.of(order);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Used> used(String rule) {
        return uses.used(rule);
    }
}
