package io.mallhub.customer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.Company;
import io.mallhub.customer.CustomerType;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a handful of people try in whatever order, nobody judges his own. */
class FourEyesProperties {
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

    record Attempt(Act act, Actor by) {}

    @Provide
    Arbitrary<List<Attempt>> history() {
        return Combinators.combine(Arbitraries.of(Act.class), Arbitraries.of(PEOPLE))
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

        history.forEach(attempt -> attempt(application, company, attempt));

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
    }

    /**
     * As the desk does it: the rule first, then the step; what is not allowed now changes nothing.
     */
    private static void attempt(Application application, Company company, Attempt attempt) {
        Actor by = attempt.by();
        boolean second = attempt.act() == Act.SECOND_APPROVE;
        try {
            switch (attempt.act()) {
                case CHANGE -> application.change(by);
                case SUBMIT -> application.submit(by, Instant.EPOCH);
                case SUPPLEMENT -> {
                    if (FourEyes.objection(application, company, false, by).isEmpty()) {
                        application.requestSupplement("more", List.of(), by, Instant.EPOCH);
                    }
                }
                case APPROVE, SECOND_APPROVE -> {
                    if (FourEyes.objection(application, company, second, by).isEmpty()) {
                        application.approve("", second, by, Instant.EPOCH);
                    }
                }
            }
        } catch (IllegalStateException notNow) {
            assertThat(notNow).hasMessageContaining("CR1");
        }
    }

    private static Actor actor(Decision made) {
        return new Actor(made.person().kind(), made.person().actorId(), made.person().name());
    }
}
