package io.mallhub.promotion;

import io.mallhub.shared.ProductId;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One promotion rule. A rule is never changed: what replaces it has the next version.
 *
 * @param code names the rule through all its versions
 * @param name as buyers read it
 */
public record Rule(
        String code,
        int version,
        String name,
        Conditions conditions,
        Benefit benefit,
        Stacking stacking) {
    public Rule {
        if (code.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A rule has a code and a name");
        }
    }

    /** Products it names as gifts; of what is given because it is bought only named ones. */
    public Set<ProductId> gifts() {
        return switch (benefit) {
            case Benefit.GiftGoods gifts ->
                    gifts.tiers().stream()
                            .map(tier -> tier.gives().product())
                            .collect(Collectors.toSet());
            case Benefit.SameGift same ->
                    same.goods() instanceof Goods.Products some ? some.products() : Set.of();
            case Benefit.AmountOff any -> Set.of();
            case Benefit.UnitOff any -> Set.of();
            case Benefit.PercentOff any -> Set.of();
        };
    }

    /** The same without its period. */
    public Rule atAnyTime() {
        return new Rule(code, version, name, conditions.during(null, null), benefit, stacking);
    }

    /** The same for whoever, whenever: for an order that it was applied to. */
    public Rule unconditional() {
        return new Rule(code, version, name, Conditions.NONE, benefit, stacking);
    }
}
