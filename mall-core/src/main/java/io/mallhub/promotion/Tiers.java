package io.mallhub.promotion;

import io.mallhub.shared.Money;
import io.mallhub.shared.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What must hold for the tiers of any benefit. */
final class Tiers {
    private Tiers() {}

    static <G> List<Tier<G>> checked(List<Tier<G>> tiers, boolean every) {
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("A benefit has at least one tier");
        }
        for (int next = 1; next < tiers.size(); next++) {
            if (tiers.get(next - 1).from().compareTo(tiers.get(next).from()) >= 0) {
                throw new IllegalArgumentException("Tiers ascend, each beginning is another");
            }
        }
        if (every && tiers.getFirst().from().signum() == 0) {
            throw new IllegalArgumentException("Every 0 would never end");
        }
        return List.copyOf(tiers);
    }

    static <G> void positive(List<Tier<G>> tiers, Function<G, BigDecimal> figure) {
        for (Tier<G> tier : tiers) {
            if (figure.apply(tier.gives()).signum() <= 0) {
                throw new IllegalArgumentException("A tier gives more than 0");
            }
        }
    }

    static void capped(@Nullable Money cap) {
        if (cap != null && cap.compareTo(Money.ZERO) <= 0) {
            throw new IllegalArgumentException("A cap is more than 0");
        }
    }

    static void capped(@Nullable Quantity cap) {
        if (cap != null && !cap.isPositive()) {
            throw new IllegalArgumentException("A cap is more than 0");
        }
    }
}
