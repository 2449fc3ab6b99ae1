package io.mallhub.commission.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.commission.StatementView.Step;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.StoodIn;
import io.mallhub.shared.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a handful of people try on one payout in whatever order, and whoever stands in for whom:
 * nobody has two parts in it, of which one decides, and nobody one in his own.
 */
class PayoutEyesTest {
    private static final List<Actor> PEOPLE =
            List.of(
                    Actor.staff("anna", "Anna"),
                    Actor.staff("ANNA", "Anna again"),
                    Actor.staff("bert", "Bert"),
                    Actor.staff("carl", "Carl"),
                    Actor.staff("dora", "Dora"),
                    Actor.staff("Seller", "Seller"),
                    Actor.buyer("buyer", "Buyer"),
                    Actor.system("commission-statement"));

    private static final Set<String> UNDECIDING = Set.of(PayoutEyes.CLEARING, PayoutEyes.RESOLVING);

    /**
     * @param part a step, or one of those that decide nothing
     * @param principals whom he stands in for at that moment
     */
    record Attempt(String part, Actor by, List<Actor> principals) {
        Eyes eyes() {
            return new Eyes(
                    by,
                    principals.stream()
                            .map(one -> new Eyes.Principal(new UUID(0, 0), one))
                            .toList(),
                    Instant.EPOCH);
        }
    }

    @Provide
    Arbitrary<List<Attempt>> history() {
        Arbitrary<String> part =
                Arbitraries.of(
                        Stream.concat(UNDECIDING.stream(), Stream.of(Step.values()).map(Step::name))
                                .toList());
        Arbitrary<List<Actor>> principals =
                Arbitraries.of(PEOPLE)
                        .filter(one -> one.kind() == Actor.Kind.STAFF)
                        .list()
                        .ofMaxSize(1);
        return Combinators.combine(part, Arbitraries.of(PEOPLE), principals)
                .as(Attempt::new)
                .list()
                .ofMaxSize(20);
    }

    @Property(tries = 5_000)
    void nobodyHasTwoPartsInAPayoutOrOneInHisOwn(@ForAll("history") List<Attempt> history) {
        Played payout = new Played();

        history.forEach(payout::attempt);

        assertThat(payout.partOf.keySet()).doesNotContain("seller");
        assertThat(payout.partOf.values())
                .allMatch(parts -> parts.size() == 1 || UNDECIDING.containsAll(parts));
        assertThat(payout.outsiders).isEmpty();
    }

    /** As the desk does it: the rule first, then the part is kept. */
    private static final class Played {
        final Map<Step, String> deciders = new EnumMap<>(Step.class);
        final Set<String> clearers = new HashSet<>();
        final Set<String> resolvers = new HashSet<>();
        final List<StoodIn> stoodIn = new ArrayList<>();

        /** By login: of those who did something and of those it was done for. */
        final Map<String, Set<String>> partOf = new HashMap<>();

        final List<Actor> outsiders = new ArrayList<>();

        void attempt(Attempt attempt) {
            Eyes eyes = attempt.eyes();
            PayoutEyes rule =
                    new PayoutEyes("seller", deciders.values(), clearers, resolvers, stoodIn);
            if (refuses(rule, attempt.part(), eyes)) {
                return;
            }
            String login = login(attempt.by());
            switch (attempt.part()) {
                case PayoutEyes.CLEARING -> clearers.add(login);
                case PayoutEyes.RESOLVING -> resolvers.add(login);
                default -> deciders.put(Step.valueOf(attempt.part()), login);
            }
            if (attempt.by().kind() != Actor.Kind.STAFF) {
                outsiders.add(attempt.by());
            }
            has(login, attempt.part());
            for (Actor principal : attempt.principals()) {
                has(login(principal), attempt.part());
                stoodIn.add(
                        new StoodIn(
                                attempt.part(),
                                true,
                                attempt.by().name(),
                                login(principal),
                                principal.name(),
                                Instant.EPOCH));
            }
        }

        private boolean refuses(PayoutEyes rule, String part, Eyes eyes) {
            return switch (part) {
                case PayoutEyes.CLEARING -> rule.objectionToClearing(eyes).isPresent();
                // The line goes to a later payout, so that steps of this one do not matter there.
                case PayoutEyes.RESOLVING -> rule.objectionTo(eyes).isPresent() || hasDecided(eyes);
                default ->
                        deciders.containsKey(Step.valueOf(part))
                                || rule.objectionTo(eyes).isPresent()
                                || rule.objectionToAnotherPart(eyes).isPresent();
            };
        }

        private boolean hasDecided(Eyes eyes) {
            return partOf.entrySet().stream()
                    .anyMatch(
                            it ->
                                    eyes.includeStaff(it.getKey())
                                            && !UNDECIDING.containsAll(it.getValue()));
        }

        private void has(String login, String part) {
            partOf.computeIfAbsent(login, one -> new HashSet<>()).add(part);
        }

        private static String login(Actor person) {
            return person.id().toLowerCase(Locale.ROOT);
        }
    }
}
