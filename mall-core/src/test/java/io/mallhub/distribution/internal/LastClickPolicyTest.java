package io.mallhub.distribution.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.shared.ProductId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class LastClickPolicyTest {
    private static final Instant ORDERED = Instant.parse("2026-11-20T02:00:00Z");
    private static final Duration WINDOW = Duration.ofDays(7);
    private static final List<ProductId> PRODUCTS =
            List.of(product(1), product(2), product(3), product(4));

    @Example
    void aClickCountsFromTheVeryFirstInstantOfTheWindowToTheOrderItself() {
        assertThat(choice(ORDERED.minus(WINDOW))).isNotEmpty();
        assertThat(choice(ORDERED)).isNotEmpty();
        assertThat(choice(ORDERED.minus(WINDOW).minusNanos(1))).isEmpty();
        assertThat(choice(ORDERED.plusNanos(1))).isEmpty();
    }

    @Example
    void theLastClickWinsBeItOfTheProductOrOfTheMall() {
        Candidate product = click(1, PRODUCTS.getFirst(), ORDERED.minusSeconds(60));
        Candidate mall = click(2, null, ORDERED.minusSeconds(30));
        Candidate other = click(3, PRODUCTS.get(1), ORDERED.minusSeconds(10));

        Map<ProductId, Candidate> chosen =
                LastClickPolicy.choose(PRODUCTS, List.of(mall, product, other), ORDERED);

        assertThat(chosen)
                .containsEntry(PRODUCTS.getFirst(), mall)
                .containsEntry(PRODUCTS.get(1), other)
                .containsEntry(PRODUCTS.get(2), mall);
    }

    /** Whatever was clicked: no product has two, and none a better one that was passed over. */
    @Property
    void eachProductHasTheLatestClickThatIsAboutIt(@ForAll("clicks") List<Candidate> clicks) {
        Map<ProductId, Candidate> chosen = LastClickPolicy.choose(PRODUCTS, clicks, ORDERED);

        for (ProductId product : PRODUCTS) {
            List<Candidate> fit =
                    clicks.stream()
                            .filter(it -> it.product() == null || it.product().equals(product))
                            .filter(it -> !it.at().isAfter(ORDERED))
                            .filter(it -> !it.at().isBefore(ORDERED.minus(WINDOW)))
                            .toList();
            Candidate mine = chosen.get(product);
            assertThat(mine == null).isEqualTo(fit.isEmpty());
            if (mine != null) {
                assertThat(fit).contains(mine).noneMatch(it -> it.at().isAfter(mine.at()));
            }
        }
    }

    @Provide
    Arbitrary<List<Candidate>> clicks() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 50),
                        Arbitraries.of(PRODUCTS).injectNull(0.3),
                        Arbitraries.integers().between(-3, 9 * 24))
                .as(
                        (link, product, hours) ->
                                click(link, product, ORDERED.minusSeconds(hours * 3600L)))
                .list()
                .ofMaxSize(12);
    }

    private static Map<ProductId, Candidate> choice(Instant clicked) {
        return LastClickPolicy.choose(
                Set.of(PRODUCTS.getFirst()), List.of(click(1, null, clicked)), ORDERED);
    }

    private static Candidate click(long link, @Nullable ProductId product, Instant at) {
        return new Candidate(link, "L" + link, product, "li", null, at, WINDOW);
    }

    private static ProductId product(long n) {
        return new ProductId(new UUID(0, n));
    }
}
