package io.mallhub.points.internal;

import io.mallhub.points.PointsRule;
import io.mallhub.promotion.GiftTerms;
import io.mallhub.promotion.GivingRules;
import io.mallhub.shared.RegulatoryCategory;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rule in force, where it lets points pay for goods that are never given. */
@Component
class GivenByPoints implements GivingRules {
    private final PointsRuleTable rules;

    GivenByPoints(PointsRuleTable rules) {
        this.rules = rules;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Held> held(GiftTerms terms) {
        return rules.newest().filter(PointsRule::redeems).stream()
                .flatMap(it -> held(it, terms))
                .toList();
    }

    private static Stream<Held> held(PointsRule rule, GiftTerms terms) {
        Set<RegulatoryCategory> paid = EnumSet.copyOf(terms.never());
        paid.removeAll(rule.neverRedeem());
        return paid.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new Held(
                                GivingKind.POINTS,
                                Integer.toString(rule.version()),
                                rule.reason(),
                                "points-rule.never-paid",
                                paid.stream().map(Enum::name).collect(Collectors.joining(", "))));
    }
}
