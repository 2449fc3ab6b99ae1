package io.mallhub.returns.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.identity.Eyes;
import io.mallhub.identity.StoodIn;
import io.mallhub.returns.ReturnView.Act;
import io.mallhub.returns.ReturnView.Kind;
import io.mallhub.shared.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a handful of people try on a return, and whoever stands in for whom: who asked never
 * judges, who received never inspects, and who asked, reviewed or inspected never lets the money
 * go.
 */
class ReturnEyesTest {
    private static final List<Actor> PEOPLE =
            List.of(
                    Actor.buyer("han", "韩梅梅"),
                    Actor.staff("anna", "Anna"),
                    Actor.staff("ANNA", "Anna again"),
                    Actor.staff("bert", "Bert"),
                    Actor.staff("carl", "Carl"),
                    Actor.staff("dora", "Dora"),
                    Actor.system("sales-return"));

    record Attempt(Kind kind, Actor by, List<Actor> principals) {}

    private record Made(Kind kind, Set<String> people) {}

    @Property(tries = 2_000)
    void whoCouldCoverUpForHimselfNeverActs(@ForAll("attempts") List<Attempt> attempts) {
        List<Act> acts = new ArrayList<>();
        List<StoodIn> stoodIn = new ArrayList<>();
        List<Made> made = new ArrayList<>();
        Actor submitter = Actor.staff("anna", "Anna");
        acts.add(new Act(Kind.SUBMITTED, true, submitter, Instant.EPOCH, ""));
        made.add(new Made(Kind.SUBMITTED, Set.of("anna")));

        for (Attempt attempt : attempts) {
            Eyes eyes =
                    new Eyes(
                            attempt.by(),
                            attempt.principals().stream()
                                    .map(it -> new Eyes.Principal(UUID.randomUUID(), it))
                                    .toList(),
                            Instant.EPOCH);
            if (ReturnEyes.objection(attempt.kind(), acts, eyes, stoodIn).isEmpty()) {
                acts.add(new Act(attempt.kind(), true, attempt.by(), Instant.EPOCH, ""));
                made.add(new Made(attempt.kind(), people(attempt)));
                attempt.principals()
                        .forEach(
                                it ->
                                        stoodIn.add(
                                                new StoodIn(
                                                        attempt.kind().name(),
                                                        true,
                                                        attempt.by().name(),
                                                        name(it),
                                                        it.name(),
                                                        Instant.EPOCH)));
            }
        }

        for (int i = 0; i < made.size(); i++) {
            Made later = made.get(i);
            for (Made earlier : made.subList(0, i)) {
                if (mustDiffer(earlier.kind(), later.kind())) {
                    assertThat(later.people())
                            .as("%s after %s", later, earlier)
                            .doesNotContainAnyElementsOf(earlier.people());
                }
            }
        }
    }

    /** As domain rules say it, not as the code does. */
    private static boolean mustDiffer(Kind earlier, Kind later) {
        return switch (later) {
            case SUBMITTED -> false;
            case REVIEWED, RECEIVED -> earlier == Kind.SUBMITTED;
            case INSPECTED -> earlier == Kind.SUBMITTED || earlier == Kind.RECEIVED;
            case REFUND_DECIDED ->
                    earlier == Kind.SUBMITTED
                            || earlier == Kind.REVIEWED
                            || earlier == Kind.INSPECTED;
        };
    }

    private static Set<String> people(Attempt attempt) {
        Set<String> people = new HashSet<>();
        people.add(name(attempt.by()));
        attempt.principals().forEach(it -> people.add(name(it)));
        return people;
    }

    private static String name(Actor actor) {
        return actor.kind() == Actor.Kind.STAFF
                ? actor.id().toLowerCase(Locale.ROOT)
                : actor.kind() + ":" + actor.id();
    }

    @Provide
    Arbitrary<List<Attempt>> attempts() {
        Arbitrary<List<Actor>> principals =
                Arbitraries.of(PEOPLE)
                        .filter(it -> it.kind() == Actor.Kind.STAFF)
                        .list()
                        .ofMaxSize(1);
        return Combinators.combine(
                        Arbitraries.of(
                                Kind.REVIEWED, Kind.RECEIVED, Kind.INSPECTED, Kind.REFUND_DECIDED),
                        Arbitraries.of(PEOPLE),
                        principals)
                .as(Attempt::new)
                .list()
                .ofMaxSize(20);
    }
}
