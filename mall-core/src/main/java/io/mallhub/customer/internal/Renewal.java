package io.mallhub.customer.internal;

import static io.mallhub.customer.RenewalState.APPROVED;
import static io.mallhub.customer.RenewalState.AWAITED;
import static io.mallhub.customer.RenewalState.RETURNED;
import static io.mallhub.customer.RenewalState.SUBMITTED;

import io.mallhub.customer.DocumentType;
import io.mallhub.customer.RenewalDue;
import io.mallhub.customer.RenewalState;
import io.mallhub.customer.RenewalSubmitted;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** The renewal of one document version, with everyone who took part on either side. */
@Entity
class Renewal extends AbstractAggregateRoot<Renewal> {
    @Id private UUID id;
    private String number;
    private UUID customer;
    private UUID document;

    @Enumerated(EnumType.STRING)
    private DocumentType type;

    private LocalDate validUntil;

    @Enumerated(EnumType.STRING)
    private RenewalState state;

    private @Nullable UUID proposed;
    private int attempts;
    private Instant openedAt;
    private @Nullable Instant lapsedAt;
    @Version private @Nullable Long version;

    @ElementCollection
    @CollectionTable(name = "renewal_party", joinColumns = @JoinColumn(name = "renewal"))
    private Set<Person> parties = new HashSet<>();

    @ElementCollection
    @OrderColumn(name = "position")
    @CollectionTable(name = "renewal_decision", joinColumns = @JoinColumn(name = "renewal"))
    private List<RenewalDecision> decisions = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Renewal() {}

    static Renewal due(String number, Document expiring, LocalDate validUntil, Instant now) {
        Renewal renewal = new Renewal();
        renewal.id = UUID.randomUUID();
        renewal.number = number;
        renewal.customer = expiring.customer().value();
        renewal.document = expiring.id();
        renewal.type = expiring.type();
        renewal.validUntil = validUntil;
        renewal.state = AWAITED;
        renewal.openedAt = now;
        renewal.registerEvent(
                new RenewalDue(number, expiring.customer(), expiring.type(), validUntil));
        return renewal;
    }

    String number() {
        return number;
    }

    CustomerId customer() {
        return new CustomerId(customer);
    }

    UUID expiring() {
        return document;
    }

    Optional<UUID> proposed() {
        return Optional.ofNullable(proposed);
    }

    DocumentType type() {
        return type;
    }

    LocalDate validUntil() {
        return validUntil;
    }

    RenewalState state() {
        return state;
    }

    int attempts() {
        return attempts;
    }

    Instant openedAt() {
        return openedAt;
    }

    @Nullable Instant lapsedAt() {
        return lapsedAt;
    }

    List<RenewalDecision> decisions() {
        return List.copyOf(decisions);
    }

    boolean concerns(UUID asked) {
        return asked.equals(document) || asked.equals(proposed);
    }

    void mustTakeAVersion() {
        mustBe("handed in", AWAITED, RETURNED);
    }

    void submit(Document handedIn, Actor by) {
        mustTakeAVersion();
        parties.add(Person.of(by));
        proposed = handedIn.id();
        attempts++;
        state = SUBMITTED;
        registerEvent(new RenewalSubmitted(number, attempts));
    }

    void approve(String reason, Actor by, Instant now) {
        mustBe("approved", SUBMITTED);
        state = APPROVED;
        decide("approve", reason, by, now);
    }

    void sendBack(String reason, Actor by, Instant now) {
        mustBe("sent back", SUBMITTED);
        state = RETURNED;
        decide("return", reason, by, now);
    }

    /** Returns whether it was news. */
    boolean lapse(Instant now) {
        if (state == APPROVED || lapsedAt != null) {
            return false;
        }
        lapsedAt = now;
        return true;
    }

    boolean isParty(Actor actor) {
        return parties.stream().anyMatch(party -> party.is(actor));
    }

    /** Whether this very person did this step in this attempt: then again changes nothing. */
    boolean isAlready(String step, Actor by) {
        return decisions.stream()
                .anyMatch(
                        made ->
                                made.attempt() == attempts
                                        && made.step().equals(step)
                                        && made.person().is(by));
    }

    private void decide(String step, String reason, Actor by, Instant now) {
        decisions.add(new RenewalDecision(step, attempts, Person.of(by), now, reason));
    }

    private void mustBe(String done, RenewalState... allowed) {
        if (!Arrays.asList(allowed).contains(state)) {
            throw new IllegalStateException(
                    number + " is " + state + " and cannot be " + done + " now");
        }
    }
}
