package io.mallhub.processes.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.bpmn.CustomerRegistration;
import io.mallhub.customer.ApplicationState;
import io.mallhub.customer.ErpCustomers.Outcome;
import io.mallhub.customer.Registrations.RiskFacts;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.Tasks.TaskOutcome;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.TestRegistrations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of {@code customer-registration} on the real broker. */
class CustomerRegistrationProcessTest extends ProcessTest {
    private static final StaffView QUALITY = staff("quinn", Role.QUALITY);
    private static final StaffView HEAD = staff("henry", Role.QUALITY, Role.QUALITY_HEAD);
    private static final StaffView OPERATOR = staff("olga", Role.OPERATOR);
    private static final RiskFacts HIGH_RISK = new RiskFacts("PHARMACY", 1, 0, false, false);

    private final String number = newNumber("CR");

    @Autowired private TestRegistrations registrations;

    @Test
    void aLowRiskApplicationIsApprovedByOnePersonAndTheCustomerIsOpened() {
        var played = registrations.submit(number);

        TaskView review = openTask(number, "quality-review");
        assertThat(review.name()).isEqualTo("质量审核");
        assertThat(review.priority()).isEqualTo(40);
        approve(played, "quality-review", QUALITY);

        awaitState(number, State.COMPLETED);
        assertThat(played.state).isEqualTo(ApplicationState.ACTIVE);
        assertThat(played.checks).hasValue(1);
        assertPassed(number, "customer-active");
    }

    @Test
    void aHighRiskApplicationNeedsASecondAndOtherPerson() {
        registrations.played(number).facts = HIGH_RISK;
        var played = registrations.submit(number);
        TaskView review = openTask(number, "quality-review");
        assertThat(review.priority()).isEqualTo(80);
        approve(played, "quality-review", HEAD);

        TaskView second = openTask(number, "quality-head-review");
        assertThat(tasks.claim(second.key(), HEAD))
                .isEqualTo(new TaskOutcome.Refused("task.four-eyes"));
        assertThat(tasks.claim(second.key(), QUALITY))
                .isEqualTo(new TaskOutcome.Refused("task.not-your-group"));
        played.approvedTwice = true;
        approve(played, "quality-head-review", staff("hilda", Role.QUALITY_HEAD));

        awaitState(number, State.COMPLETED);
        assertThat(played.state).isEqualTo(ApplicationState.ACTIVE);
    }

    @Test
    void whoeverLowersTheRiskByHandGetsNobodyPastTheSecondPerson() {
        registrations.played(number).facts = HIGH_RISK;
        var played = registrations.submit(number);
        long instance = openTask(number, "quality-review").instanceKey();
        client.newSetVariablesCommand(instance)
                .variables(
                        Map.of(
                                "risk",
                                Map.of("level", "low", "reviewWithin", "P2D", "priority", 40)))
                .send()
                .join();
        approve(played, "quality-review", QUALITY);

        eventually(
                () ->
                        assertThat(instances.instance(instance).orElseThrow().incidents())
                                .anyMatch(
                                        it ->
                                                it.element().equals("create-erp-customer")
                                                        && it.message()
                                                                .contains("cannot be made")));
        assertThat(erp.asked(played.customer)).isFalse();
        assertThat(played.state).isEqualTo(ApplicationState.APPROVED);
    }

    @Test
    void theDecisionAsksForASecondPersonWheneverTheCoreDoes() {
        for (String type : List.of("PHARMACY", "WHOLESALER")) {
            for (long failed = 0; failed < 2; failed++) {
                for (long warnings = 0; warnings < 5; warnings++) {
                    for (int flags = 0; flags < 4; flags++) {
                        RiskFacts facts =
                                new RiskFacts(
                                        type, failed, warnings, (flags & 1) != 0, (flags & 2) != 0);
                        assertThat(isHigh(facts)).as(facts.toString()).isEqualTo(facts.takesTwo());
                    }
                }
            }
        }
    }

    private boolean isHigh(RiskFacts facts) {
        return client.newEvaluateDecisionCommand()
                .decisionId("registration-risk")
                .variables(
                        Map.of(
                                "facts",
                                Map.of(
                                        "customerType", facts.customerType(),
                                        "failed", facts.failed(),
                                        "warnings", facts.warnings(),
                                        "duplicate", facts.duplicate(),
                                        "controlledScope", facts.controlledScope())))
                .send()
                .join()
                .getDecisionOutput()
                .contains("\"high\"");
    }

    @Test
    void aRejectionOfTheReviewerEndsIt() {
        var played = registrations.submit(number);
        openTask(number, "quality-review");
        played.state = ApplicationState.REJECTED;

        decide(number, "quality-review", "reject", QUALITY);

        awaitState(number, State.COMPLETED);
        assertPassed(number, "rejected-in-review");
    }

    @Test
    void aRejectionOfTheQualityHeadEndsIt() {
        registrations.played(number).facts = HIGH_RISK;
        var played = registrations.submit(number);
        approve(played, "quality-review", QUALITY);

        decide(number, "quality-head-review", "reject", HEAD);

        awaitState(number, State.COMPLETED);
        assertPassed(number, "rejected-by-head");
    }

    @Test
    void aSupplementIsAwaitedAndCheckedAgain() {
        var played = registrations.submit(number);
        decide(number, "quality-review", "supplement", QUALITY);
        awaitElement(number, "await-supplement");

        registrations.submitSupplement(number);

        eventually(() -> assertThat(played.checks).hasValue(2));
        approve(played, "quality-review", QUALITY);
        awaitState(number, State.COMPLETED);
        assertThat(played.state).isEqualTo(ApplicationState.ACTIVE);
    }

    @Test
    void theQualityHeadMayAskForASupplementToo() {
        registrations.played(number).facts = HIGH_RISK;
        var played = registrations.submit(number);
        approve(played, "quality-review", QUALITY);

        decide(number, "quality-head-review", "supplement", HEAD);

        awaitElement(number, "await-supplement");
        registrations.submitSupplement(number);
        openTask(number, "quality-review");
    }

    @Test
    void aSupplementThatComesBeforeTheProcessWaitsForItIsNotLost() {
        registrations.submit(number);
        openTask(number, "quality-review");
        registrations.submitSupplement(number);

        decide(number, "quality-review", "supplement", QUALITY);

        assertPassed(number, "await-supplement");
        openTask(number, "quality-review");
    }

    @Test
    void withoutASupplementTheApplicationIsRejectedAfterThirtyDays() {
        var played = registrations.submit(number);
        decide(number, "quality-review", "supplement", QUALITY);
        awaitElement(number, "await-supplement");

        timePasses(Duration.ofDays(31), () -> awaitState(number, State.COMPLETED));

        assertThat(played.state).isEqualTo(ApplicationState.REJECTED);
        assertThat(played.endReason).isEqualTo("supplement-overdue");
    }

    @Test
    void anOverdueReviewIsShownToTheQualityHeadAsWell() {
        registrations.submit(number);
        openTask(number, "quality-review");

        timePasses(
                Duration.ofDays(3),
                () ->
                        eventually(
                                () -> {
                                    TaskView task = openTask(number, "quality-review");
                                    assertThat(task.priority()).isEqualTo(95);
                                    assertThat(task.groups())
                                            .containsExactly("quality", "quality-head");
                                }));
    }

    @Test
    void anOverdueSecondReviewIsLiftedToTheTop() {
        registrations.played(number).facts = HIGH_RISK;
        var played = registrations.submit(number);
        approve(played, "quality-review", QUALITY);
        openTask(number, "quality-head-review");

        timePasses(
                Duration.ofDays(3),
                () ->
                        eventually(
                                () ->
                                        assertThat(
                                                        openTask(number, "quality-head-review")
                                                                .priority())
                                                .isEqualTo(95)));
    }

    @Test
    void theApplicantMayWithdraw() {
        registrations.submit(number);
        openTask(number, "quality-review");

        registrations.withdraw(number);

        awaitState(number, State.COMPLETED);
        assertThat(tasks.openFor(number)).isEmpty();
        assertPassed(number, "withdrawn");
    }

    @Test
    void aRepeatedStartEndsAtOnce() {
        var played = registrations.submit(number);
        openTask(number, "quality-review");

        startAgain("application-submitted", number, Map.of("applicationNumber", number));

        eventually(
                () ->
                        assertThat(instances.about(number))
                                .extracting(row -> row.state())
                                .containsExactlyInAnyOrder(State.ACTIVE, State.COMPLETED));
        assertThat(played.checks).hasValue(1);
        assertThat(tasks.openFor(number)).hasSize(1);
    }

    @Test
    void aRefusalOfTheErpIsShownToAnOperatorWhoMayTryAgain() {
        var played = registrations.played(number);
        erp.answers(played.customer, new Outcome.Refused("税号重复"));
        registrations.submit(number);
        approve(played, "quality-review", QUALITY);

        TaskView task = openTask(number, "erp-customer-problem");
        assertThat(instances.instance(task.instanceKey()).orElseThrow().variables())
                .anyMatch(v -> v.name().equals("erpWords") && v.json().equals("\"税号重复\""));
        decide(number, "erp-customer-problem", "retry", OPERATOR);

        awaitState(number, State.COMPLETED);
        assertThat(played.state).isEqualTo(ApplicationState.ACTIVE);
    }

    @Test
    void aCustomerThatGoesOutToNoErpIsOpenedInTheMall() {
        var played = registrations.played(number);
        erp.answers(played.customer, new Outcome.NotWanted("customers stay here"));
        registrations.submit(number);
        approve(played, "quality-review", QUALITY);

        awaitState(number, State.COMPLETED);
        assertThat(played.state).isEqualTo(ApplicationState.ACTIVE);
        assertPassed(number, "customer-active");
    }

    @Test
    void aCustomerThatAnErpFetchesIsOpenedOnceItIsConfirmedWithoutAnIncident() {
        var played = registrations.played(number);
        erp.answers(played.customer, new Outcome.Waiting("ready", Duration.ofMillis(100)));
        registrations.submit(number);
        approve(played, "quality-review", QUALITY);

        awaitState(number, State.COMPLETED);
        assertThat(played.state).isEqualTo(ApplicationState.ACTIVE);
        assertThat(instances.about(number)).allMatch(row -> row.incidents() == 0);
    }

    /** As the diagram was when every customer had to go out. */
    @Test
    void anInstanceOfAnOlderDiagramFinishesToo() throws IOException {
        deploy(olderDiagram());
        try {
            var played = registrations.played(number);
            erp.answers(played.customer, new Outcome.NotWanted("customers stay here"));
            registrations.submit(number);
            openTask(number, "quality-review");
            deploy(diagram());
            approve(played, "quality-review", QUALITY);

            awaitState(number, State.COMPLETED);
            assertThat(played.state).isEqualTo(ApplicationState.ACTIVE);
        } finally {
            deploy(diagram());
        }
    }

    private void deploy(String xml) {
        client.newDeployResourceCommand()
                .addResourceStringUtf8(xml, "bpmn/customer-registration.bpmn")
                .send()
                .join();
    }

    private static String diagram() throws IOException {
        try (InputStream xml =
                Objects.requireNonNull(
                        CustomerRegistration.class.getResourceAsStream(
                                "/bpmn/customer-registration.bpmn"))) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String olderDiagram() throws IOException {
        String now = diagram();
        String before =
                now.replaceFirst(
                                "<zeebe:taskHeaders><zeebe:header key=\"notWanted\".*?</zeebe:taskHeaders>",
                                "")
                        .replace(" or erpOutcome = \"not-wanted\"", "")
                        .replace(" and erpOutcome != \"not-wanted\"", "");
        assertThat(before).doesNotContain("not-wanted").isNotEqualTo(now);
        return before;
    }

    @Test
    void anUnknownOutcomeIsAskedAgainBeforeAnybodyIsAndMayBeGivenUp() {
        var played = registrations.played(number);
        Outcome unknown = new Outcome.Unknown("timeout");
        erp.answers(
                played.customer,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown,
                unknown);
        registrations.submit(number);
        approve(played, "quality-review", QUALITY);

        decide(number, "erp-customer-problem", "give-up", OPERATOR);

        awaitState(number, State.COMPLETED);
        assertThat(played.state).isEqualTo(ApplicationState.REJECTED);
        assertThat(played.endReason).isEqualTo("erp-refused timeout");
    }

    private void approve(TestRegistrations.Played played, String element, StaffView by) {
        TaskView task = openTask(number, element);
        played.state = ApplicationState.APPROVED;
        assertThat(tasks.complete(task.key(), Map.of("decision", "approve"), by))
                .isEqualTo(new TaskOutcome.Done());
    }
}
