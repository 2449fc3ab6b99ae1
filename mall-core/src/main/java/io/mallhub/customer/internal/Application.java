package io.mallhub.customer.internal;

import static io.mallhub.customer.ApplicationState.ACTIVE;
import static io.mallhub.customer.ApplicationState.APPROVED;
import static io.mallhub.customer.ApplicationState.DRAFT;
import static io.mallhub.customer.ApplicationState.REJECTED;
import static io.mallhub.customer.ApplicationState.SUBMITTED;
import static io.mallhub.customer.ApplicationState.SUPPLEMENT_REQUESTED;
import static io.mallhub.customer.ApplicationState.WITHDRAWN;

import io.mallhub.customer.ApplicationRejected;
import io.mallhub.customer.ApplicationState;
import io.mallhub.customer.ApplicationSubmitted;
import io.mallhub.customer.ApplicationWithdrawn;
import io.mallhub.customer.CustomerActivated;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.SupplementRequested;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * A company's application. Knows who took part on which side, so that nobody judges his own: the
 * parties hand in, the deciders decide, and the second decider is another person than the first.
 */
@Entity
class Application extends AbstractAggregateRoot<Application> {
    @Id private UUID id;
    private String number;
    private UUID customer;

    @Enumerated(EnumType.STRING)
    private ApplicationState state;

    private int round;
    private Instant createdAt;
    private @Nullable Instant submittedAt;
    private @Nullable String supplementRequest;
    private String[] supplementDocuments;
    private @Nullable Boolean secondNeeded;
    @Version private @Nullable Long version;

    @ElementCollection
    @CollectionTable(name = "application_party", joinColumns = @JoinColumn(name = "application"))
    private Set<Person> parties = new HashSet<>();

    @ElementCollection
    @OrderColumn(name = "position")
    @CollectionTable(name = "application_decision", joinColumns = @JoinColumn(name = "application"))
    private List<Decision> decisions = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Application() {}

    Application(String number, CustomerId customer, Actor by, Instant now) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.customer = customer.value();
        this.state = DRAFT;
        this.createdAt = now;
        this.supplementDocuments = new String[0];
        this.parties.add(Person.of(by));
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    CustomerId customer() {
        return new CustomerId(customer);
    }

    ApplicationState state() {
        return state;
    }

    int round() {
        return round;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable Instant submittedAt() {
        return submittedAt;
    }

    @Nullable String supplementRequest() {
        return supplementRequest;
    }

    List<DocumentType> supplementDocuments() {
        return Arrays.stream(supplementDocuments).map(DocumentType::valueOf).toList();
    }

    List<Decision> decisions() {
        return List.copyOf(decisions);
    }

    /** Whether it is with the applicant. */
    void mustBeOpen() {
        mustBe("changed or submitted", DRAFT, SUPPLEMENT_REQUESTED);
    }

    /** The applicant's side changes something: company, documents. */
    void change(Actor by) {
        mustBeOpen();
        mustNotHaveJudged(by);
        parties.add(Person.of(by));
    }

    void submit(Actor by, Instant now) {
        mustBeOpen();
        mustNotHaveJudged(by);
        parties.add(Person.of(by));
        state = SUBMITTED;
        round++;
        submittedAt = now;
        supplementRequest = null;
        supplementDocuments = new String[0];
        secondNeeded = null;
        registerEvent(new ApplicationSubmitted(number, round, customer()));
    }

    /** What the checks of this round say; nothing said later makes it less. */
    void assess(boolean takesTwo) {
        secondNeeded = takesTwo || Boolean.TRUE.equals(secondNeeded);
    }

    /** Empty for what was checked before this was kept. */
    Optional<Boolean> secondNeeded() {
        return Optional.ofNullable(secondNeeded);
    }

    /**
     * @throws IllegalStateException unless everybody who has to has approved this round
     */
    void mustBeApproved(boolean byTwo) {
        mustBe("made a customer", APPROVED, ACTIVE);
        if (byTwo && !isApprovedByTwo()) {
            throw new IllegalStateException(
                    number
                            + " is of high risk: without the approval of a second person (quality"
                            + " head) it cannot be made a customer");
        }
    }

    private boolean isApprovedByTwo() {
        return madeInThisRound("second-approve")
                .anyMatch(
                        second ->
                                madeInThisRound("approve")
                                        .noneMatch(
                                                first -> first.person().isSame(second.person())));
    }

    private Stream<Decision> madeInThisRound(String step) {
        return decisions.stream().filter(made -> made.round() == round && made.step().equals(step));
    }

    void withdraw(String reason, Actor by, Instant now) {
        mustBe("withdrawn", DRAFT, SUBMITTED, SUPPLEMENT_REQUESTED);
        state = WITHDRAWN;
        decide("withdraw", false, null, by, now, reason);
        registerEvent(new ApplicationWithdrawn(number, reason));
    }

    void decideDocument(UUID document, boolean accepted, String reason, Actor by, Instant now) {
        mustBe("looked through", SUBMITTED);
        decide(accepted ? "accept-document" : "return-document", false, document, by, now, reason);
    }

    void requestSupplement(String request, List<DocumentType> documents, Actor by, Instant now) {
        mustBe("sent back", SUBMITTED, APPROVED);
        if (state == APPROVED && isSecondApproved()) {
            throw new IllegalStateException(number + " is approved twice; it is too late to ask");
        }
        decide("supplement", state == APPROVED, null, by, now, request);
        state = SUPPLEMENT_REQUESTED;
        supplementRequest = request;
        supplementDocuments = documents.stream().map(Enum::name).toArray(String[]::new);
        registerEvent(new SupplementRequested(number, round, customer(), request));
    }

    void approve(String reason, boolean second, Actor by, Instant now) {
        mustBe("approved", second ? APPROVED : SUBMITTED);
        if (second && isSecondApproved()) {
            throw new IllegalStateException(number + " has its second approval");
        }
        decide(second ? "second-approve" : "approve", second, null, by, now, reason);
        state = APPROVED;
    }

    void reject(String reason, boolean second, Actor by, Instant now) {
        mustBe("rejected", SUBMITTED, SUPPLEMENT_REQUESTED, APPROVED);
        decide(second ? "second-reject" : "reject", second, null, by, now, reason);
        state = REJECTED;
        registerEvent(new ApplicationRejected(number, customer(), reason));
    }

    void activate(boolean byTwo, Actor by, Instant now) {
        mustBe("activated", APPROVED);
        mustBeApproved(byTwo);
        decide("activate", false, null, by, now, "");
        state = ACTIVE;
        registerEvent(new CustomerActivated(customer(), number));
    }

    boolean isParty(Actor actor) {
        return parties.stream().anyMatch(party -> party.is(actor));
    }

    boolean tookPartInFirstReview(Actor actor) {
        return decisions.stream()
                .anyMatch(
                        decision ->
                                !decision.second()
                                        && !decision.step().equals("withdraw")
                                        && decision.person().is(actor));
    }

    /** Whether this very person did this step in this round: then asking again changes nothing. */
    boolean isAlready(String step, Actor by) {
        return decisions.stream()
                .anyMatch(
                        decision ->
                                decision.round() == round
                                        && decision.step().equals(step)
                                        && decision.person().is(by));
    }

    /** In whatever round and part. */
    boolean isJudgedBy(Actor by) {
        return decisions.stream()
                .anyMatch(made -> !made.step().equals("withdraw") && made.person().is(by));
    }

    /** Whoever judged one round would judge his own from now on. */
    private void mustNotHaveJudged(Actor by) {
        if (isJudgedBy(by)) {
            throw new IllegalStateException(
                    by.id() + " has judged " + number + " and cannot hand it in too");
        }
    }

    private boolean isSecondApproved() {
        return madeInThisRound("second-approve").findAny().isPresent();
    }

    private void decide(
            String step,
            boolean second,
            @Nullable UUID document,
            Actor by,
            Instant now,
            String reason) {
        decisions.add(new Decision(step, second, round, document, Person.of(by), now, reason));
    }

    private void mustBe(String done, ApplicationState... allowed) {
        if (!List.of(allowed).contains(state)) {
            throw new IllegalStateException(
                    number + " is " + state + " and cannot be " + done + " now");
        }
    }
}
