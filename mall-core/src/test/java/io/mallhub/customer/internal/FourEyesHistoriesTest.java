package io.mallhub.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.ApplicationState;
import io.mallhub.customer.Company;
import io.mallhub.customer.CustomerType;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.identity.Eyes;
import io.mallhub.identity.StoodIn;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever a handful of people try in whatever order, and whoever stands in for whom, nobody judges
 * his own.
 */
class FourEyesHistoriesTest {
    private static final List<Actor> PEOPLE =
            List.of(
                    Actor.buyer("buyer", "Buyer"),
                    Actor.staff("anna", "Anna"),
                    Actor.staff("bert", "Bert"),
                    Actor.staff("seller", "Seller"),
                    Actor.staff("SELLER", "Seller again"),
                    Actor.system("registration"));

    enum Act {
        CHANGE,
        SUBMIT,
        SUPPLEMENT,
        APPROVE,
        SECOND_APPROVE
    }

    /**
     * @param principals whom he stands in for at that moment
     */
    record Attempt(Act act, Actor by, List<Actor> principals) {
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
        Arbitrary<List<Actor>> principals =
                Arbitraries.of(PEOPLE)
                        .filter(one -> one.kind() == Actor.Kind.STAFF)
                        .list()
                        .ofMaxSize(1);
        return Combinators.combine(Arbitraries.of(Act.class), Arbitraries.of(PEOPLE), principals)
                .as(Attempt::new)
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 5_000)
    void deciderIsNeverApplicantSalespersonOrDeciderOfTheOtherStep(
            @ForAll("history") List<Attempt> history) {
        Company stated = CustomerFixtures.aCompany(CustomerType.PHARMACY);
        Company company =
                new Company(
                        stated.name(),
                        stated.type(),
                        stated.uscc(),
                        stated.region(),
                        stated.address(),
                        stated.contact(),
                        stated.phone(),
                        stated.invoiceTitle(),
                        "seller");
        Application application =
                new Application(
                        "CR1",
                        new CustomerId(UUID.randomUUID()),
                        Actor.buyer("founder", "Founder"),
                        Instant.EPOCH);

        List<StoodIn> stoodIn = new ArrayList<>();
        history.forEach(attempt -> attempt(application, company, attempt, stoodIn));

        List<Decision> approvals =
                application.decisions().stream()
                        .filter(made -> made.step().endsWith("approve"))
                        .toList();
        assertThat(approvals)
                .allSatisfy(
                        made -> {
                            assertThat(made.person().kind()).isEqualTo(Actor.Kind.STAFF);
                            assertThat(made.person().actorId()).isNotEqualToIgnoringCase("seller");
                            assertThat(application.isParty(actor(made))).isFalse();
                        });
        for (Decision first : approvals) {
            for (Decision second : approvals) {
                if (!first.second() && second.second() && first.round() == second.round()) {
                    assertThat(first.person().actorId())
                            .isNotEqualToIgnoringCase(second.person().actorId());
                }
            }
        }
        assertThat(stoodIn)
                .allSatisfy(
                        made -> {
                            Actor principal = Actor.staff(made.principalLogin(), "");
                            assertThat(application.isParty(principal)).isFalse();
                            assertThat(made.principalLogin()).isNotEqualTo("seller");
                        });
        List<String> reviewed = principalsOf(stoodIn, "approve");
        assertThat(principalsOf(stoodIn, "second-approve"))
                .noneMatch(reviewed::contains)
                .noneMatch(
                        principal ->
                                approvals.stream()
                                        .filter(made -> !made.second())
                                        .map(FourEyesHistoriesTest::loginOf)
                                        .anyMatch(principal::equals));
        assertThat(approvals.stream().filter(Decision::second))
                .extracting(FourEyesHistoriesTest::loginOf)
                .noneMatch(reviewed::contains);
    }

    private static List<String> principalsOf(List<StoodIn> stoodIn, String part) {
        return stoodIn.stream()
                .filter(made -> made.part().equals(part))
                .map(StoodIn::principalLogin)
                .toList();
    }

    /**
     * As the desk does it: the rule first, then the step; what is not allowed now changes nothing.
     */
    private static void attempt(
            Application application, Company company, Attempt attempt, List<StoodIn> stoodIn) {
        Actor by = attempt.by();
        boolean second = attempt.act() == Act.SECOND_APPROVE;
        Eyes eyes = attempt.eyes();
        try {
            switch (attempt.act()) {
                case CHANGE -> {
                    if (mayHandIn(by, stoodIn)) {
                        application.change(by);
                    }
                }
                case SUBMIT -> {
                    if (mayHandIn(by, stoodIn)) {
                        application.submit(by, Instant.EPOCH);
                    }
                }
                case SUPPLEMENT -> {
                    boolean late = application.state() == ApplicationState.APPROVED;
                    if (FourEyes.objection(application, company, late, eyes, stoodIn).isEmpty()) {
                        application.requestSupplement("more", List.of(), by, Instant.EPOCH);
                        keep(eyes, FourEyes.part("supplement", late), stoodIn);
                    }
                }
                case APPROVE, SECOND_APPROVE -> {
                    if (FourEyes.objection(application, company, second, eyes, stoodIn).isEmpty()) {
                        application.approve("", second, by, Instant.EPOCH);
                        keep(eyes, second ? "second-approve" : "approve", stoodIn);
                    }
                }
            }
        } catch (IllegalStateException notNow) {
            assertThat(notNow).hasMessageContaining("CR1");
        }
    }

    private static boolean mayHandIn(Actor by, List<StoodIn> stoodIn) {
        return !Eyes.of(by).haveDecided(stoodIn, any -> true);
    }

    private static void keep(Eyes eyes, String part, List<StoodIn> stoodIn) {
        eyes.principals()
                .forEach(
                        one ->
                                stoodIn.add(
                                        new StoodIn(
                                                part,
                                                true,
                                                eyes.person().name(),
                                                one.who().id().toLowerCase(Locale.ROOT),
                                                one.who().name(),
                                                Instant.EPOCH)));
    }

    private static String loginOf(Decision made) {
        return made.person().actorId().toLowerCase(Locale.ROOT);
    }

    private static Actor actor(Decision made) {
        return new Actor(made.person().kind(), made.person().actorId(), made.person().name());
    }
}
