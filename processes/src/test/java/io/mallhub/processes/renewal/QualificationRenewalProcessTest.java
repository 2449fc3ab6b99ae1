package io.mallhub.processes.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.customer.RenewalState;
import io.mallhub.customer.Renewals.Facts;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.TaskView;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.TestNotices;
import io.mallhub.processes.fixture.TestRenewals;
import io.mallhub.shared.MallTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every path of {@code qualification-renewal} on the real broker. */
class QualificationRenewalProcessTest extends ProcessTest {
    private static final StaffView QUALITY = staff("quinn", Role.QUALITY);

    private final String number = newNumber("QR");
    private final LocalDate today = MallTime.today(Clock.systemUTC());

    @Autowired private TestRenewals renewals;
    @Autowired private TestNotices notices;

    @Test
    void aNewVersionInTimeIsReviewedAndTheCompanyIsTold() {
        var played = renewals.open(number, today.plusDays(60));
        awaitElement(number, "await-renewal");
        assertTold("renewal-reminder/" + number + "/90");

        renewals.handIn(number);
        TaskView review = openTask(number, "renewal-review");
        assertThat(review.priority()).isEqualTo(40);
        assertThat(review.subject()).isEqualTo("康宁大药房");
        played.state = RenewalState.APPROVED;
        decide(number, "renewal-review", "approve", QUALITY);

        awaitState(number, State.COMPLETED);
        assertPassed(number, "document-renewed");
        assertTold("renewal-approved/" + number + "/", "renewal-reminder/" + number + "/90");
    }

    @Test
    void ofThePastRemindersOnlyTheLatestIsStillSent() {
        renewals.open(number, today.plusDays(20));
        awaitElement(number, "await-renewal");

        assertPassed(number, "remind-30-done", "remind-90-done");
        assertTold("renewal-reminder/" + number + "/30");
    }

    @Test
    void theRemindersFollowAsTheDaysGoBy() {
        renewals.open(number, today.plusDays(60));
        awaitElement(number, "await-renewal");

        timePasses(Duration.ofDays(54), () -> assertPassed(number, "remind-30", "remind-7"));

        assertTold(
                "renewal-reminder/" + number + "/30",
                "renewal-reminder/" + number + "/7",
                "renewal-reminder/" + number + "/90");
    }

    @Test
    void whenItExpiresTheDesksAreToldWithTheOpenOrdersAndANewVersionIsStillTaken() {
        var played = renewals.open(number, today.plusDays(5));
        awaitElement(number, "await-renewal");

        timePasses(Duration.ofDays(7), () -> assertPassed(number, "lapse"));

        assertThat(played.lapsed).isTrue();
        assertThat(notices.about(number))
                .contains(
                        "renewal-lapsed/" + number + "/",
                        "renewal-lapsed-staff/" + number + "/quality",
                        "renewal-lapsed-staff/" + number + "/sales");
        renewals.handIn(number);
        decide(number, "renewal-review", "approve", QUALITY);
        awaitState(number, State.COMPLETED);
    }

    @Test
    void aVersionSentBackIsAwaitedAgain() {
        renewals.open(number, today.plusDays(60));
        renewals.handIn(number);

        decide(number, "renewal-review", "return", QUALITY);
        awaitElement(number, "await-renewal");
        renewals.handIn(number);

        decide(number, "renewal-review", "approve", QUALITY);
        awaitState(number, State.COMPLETED);
    }

    @Test
    void aVersionWithProblemsOrLateIsReviewedFirst() {
        renewals.open(number, today.plusDays(60)).facts = new Facts(1, true, false, 60);
        renewals.handIn(number);

        assertThat(openTask(number, "renewal-review").priority()).isEqualTo(80);
    }

    @Test
    void anOverdueReviewIsShownToTheQualityHeadAsWell() {
        renewals.open(number, today.plusDays(60));
        renewals.handIn(number);
        openTask(number, "renewal-review");

        timePasses(
                Duration.ofDays(4),
                () ->
                        eventually(
                                () ->
                                        assertThat(openTask(number, "renewal-review").groups())
                                                .contains("quality-head")));
    }

    @Test
    void aRepeatedStartEndsAtOnce() {
        renewals.open(number, today.plusDays(60));
        awaitElement(number, "await-renewal");

        client.newPublishMessageCommand()
                .messageName("renewal-due")
                .correlationKey(number + "-again")
                .variables(java.util.Map.of("renewalNumber", number))
                .send()
                .join();

        eventually(
                () ->
                        assertThat(instances.about(number))
                                .extracting(row -> row.state())
                                .containsExactlyInAnyOrder(State.ACTIVE, State.COMPLETED));
    }

    private void assertTold(String... keys) {
        eventually(() -> assertThat(notices.about(number)).containsExactlyInAnyOrder(keys));
    }
}
