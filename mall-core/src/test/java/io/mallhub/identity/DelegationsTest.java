package io.mallhub.identity;

import static io.mallhub.fixture.CustomerFixtures.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.audit.FourEyesProof;
import io.mallhub.audit.FourEyesProof.Breach;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.Registrations;
import io.mallhub.customer.Registrations.ApprovalOutcome;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.fixture.MutableClock;
import io.mallhub.identity.Accounts.CreateStaff;
import io.mallhub.identity.Delegations.GiveRole;
import io.mallhub.identity.Delegations.Outcome;
import io.mallhub.notification.Inbox;
import io.mallhub.notification.NoticeView;
import io.mallhub.notification.Notifications;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.RegulatoryCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MallTest
class DelegationsTest {
    private static final Actor SETUP = Actor.system("test");

    @Autowired Accounts accounts;
    @Autowired Delegations delegations;
    @Autowired Registrations registrations;
    @Autowired CustomerFixtures fixtures;
    @Autowired FourEyesProof proof;
    @Autowired AuditLog audit;
    @Autowired Notifications notifications;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired MutableClock clock;

    StaffView head;
    StaffView colleague;
    LocalDate today;

    @BeforeEach
    void twoOfTheHouse() {
        today = MallTime.today(clock);
        head = staff("Head", Role.QUALITY_HEAD);
        colleague = staff("Colleague", Role.SALES);
    }

    @AfterEach
    void theClockGoesOn() {
        clock.reset();
    }

    @Test
    void aRoleIsGivenFromTheFirstThroughTheLastDayOfTheMall() {
        given(give(today.plusDays(1), today.plusDays(2)));

        assertThat(now(colleague).groups()).containsExactly("sales");
        clock.set(today.plusDays(1) + "T00:00:00");
        assertThat(now(colleague).groups()).containsExactlyInAnyOrder("sales", "quality-head");
        assertThat(now(colleague).standsInFor(List.of("quality-head")))
                .extracting(StandIn::name)
                .containsExactly("Head");
        clock.set(today.plusDays(2) + "T23:59:59");
        assertThat(now(colleague).groups()).contains("quality-head");
        clock.set(today.plusDays(3) + "T00:00:00");
        assertThat(now(colleague).groups()).containsExactly("sales");
    }

    @Test
    void whoStandsInIsToldAndWhenItEndsTheOtherOneIsToldToo() {
        UUID id = given(give(today, today.plusDays(5)));
        assertThat(inbox(colleague))
                .containsExactly("Head 请您代办任务：" + today + " 至 " + today.plusDays(5));
        assertThat(inbox(head)).isEmpty();

        delegations.revoke(id, colleague.actor());

        assertThat(inbox(head)).containsExactly("任务代理已提前结束");
        assertThat(inbox(colleague)).hasSize(1);
    }

    private List<String> inbox(StaffView reader) {
        return notifications
                .inbox(Inbox.of(reader), Locale.CHINESE, PageRequest.first(10))
                .items()
                .stream()
                .map(NoticeView::title)
                .toList();
    }

    @Test
    void whatTheGiverLosesHeNoLongerGives() {
        given(give(today, today));
        assertThat(now(colleague).groups()).contains("quality-head");

        accounts.setEnabled(head.id(), false, SETUP);

        assertThat(now(colleague).groups()).doesNotContain("quality-head");
    }

    @Test
    void aRevokedDelegationEndsAtOnceAndBothActsAreInTheAuditLog() {
        UUID id = given(give(today, today.plusDays(5)));

        delegations.revoke(id, head.actor());

        assertThat(now(colleague).groups()).doesNotContain("quality-head");
        assertThat(audit.page(about(head.login()), PageRequest.first(10)).items())
                .extracting(it -> it.entry().action())
                .startsWith("take-back-role", "give-role");
        assertThat(delegations.page(colleague.login(), PageRequest.first(10)).items())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.state()).isEqualTo(DelegationState.REVOKED);
                            assertThat(it.revokedBy()).isEqualTo("Head");
                        });
    }

    @Test
    void aStrangerMayNotRevoke() {
        UUID id = given(give(today, today));
        StaffView stranger = staff("Stranger", Role.QUALITY_HEAD);

        assertThatThrownBy(() -> delegations.revoke(id, stranger.actor()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void onlyTheGiverOrTheAdministrationGivesAndNobodyTakes() {
        StaffView admin = staff("Admin", Role.ADMIN);

        assertThat(why(command(head, colleague, Role.QUALITY_HEAD, today, today, colleague)))
                .isEqualTo("delegation.not-yours");
        assertThat(why(command(head, admin, Role.QUALITY_HEAD, today, today, admin)))
                .isEqualTo("delegation.to-yourself");
        assertThat(why(command(admin, colleague, Role.ADMIN, today, today, admin)))
                .isEqualTo("delegation.never");
        assertThat(why(command(head, colleague, Role.FINANCE, today, today, head)))
                .isEqualTo("delegation.not-his-role");
        assertThat(
                        delegations.give(
                                command(head, colleague, Role.QUALITY_HEAD, today, today, admin)))
                .isInstanceOf(Outcome.Given.class);
    }

    @Test
    void aRoleThatWasGivenToMeIsNotMineToGive() {
        given(give(today, today));
        StaffView third = staff("Third", Role.SALES);

        assertThat(why(command(colleague, third, Role.QUALITY_HEAD, today, today, colleague)))
                .isEqualTo("delegation.not-his-role");
    }

    @Test
    void impossibleDaysAreRefused() {
        assertThat(why(give(today, today.minusDays(1)))).isEqualTo("delegation.reversed");
        assertThat(why(give(today.minusDays(3), today.minusDays(1)))).isEqualTo("delegation.past");
        assertThat(why(give(today, today.plusDays(366)))).isEqualTo("delegation.too-long");
        given(give(today, today.plusDays(3)));
        assertThat(why(give(today.plusDays(3), today.plusDays(9)))).isEqualTo("delegation.twice");
    }

    @Test
    void whoStandsInForTheHeadDecidesAndTheHeadCountsAsHavingDecided() {
        given(give(today, today));
        String number = anApprovedApplication();

        assertThat(registrations.approve(number, "", true, colleague.actor()))
                .isInstanceOf(ApprovalOutcome.Approved.class);

        assertThat(breachesOf(number)).isEmpty();
        assertThat(audit.page(about(number), PageRequest.first(1)).items().getFirst())
                .satisfies(it -> assertThat(it.entry().details()).containsEntry("for", "Head"));
    }

    @Test
    void whoReviewedCannotApproveASecondTimeThroughAColleague() {
        StaffView reviewer = accounts.staff(REVIEWER.id()).orElseGet(this::theReviewer);
        accounts.changeRoles(reviewer.id(), Set.of(Role.QUALITY, Role.QUALITY_HEAD), SETUP);
        given(command(reviewer, colleague, Role.QUALITY_HEAD, today, today, reviewer));
        String number = anApprovedApplication();

        assertThat(registrations.approve(number, "", true, colleague.actor()))
                .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.reviewed-before"));
        assertThat(audit.page(about(number), PageRequest.first(1)).items())
                .extracting(it -> it.entry().action())
                .containsExactly("refuse-approval");
    }

    @Test
    void whoeverWasStoodInForInTheFirstReviewDoesNotGiveTheSecond() {
        given(give(today, today));
        String number = fixtures.aSubmittedApplication();
        registrations.runChecks(number);
        registrations.approve(number, "", false, colleague.actor());

        assertThat(registrations.approve(number, "", true, head.actor()))
                .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.reviewed-before"));
    }

    @Test
    void theDatabaseFindsWhoGotPastFourEyesThroughAColleague() {
        given(give(today, today));
        String number = anApprovedApplication();
        registrations.approve(number, "", true, colleague.actor());

        transaction.executeWithoutResult(
                status -> {
                    jdbc.sql(
                                    """
                                    update application_decision set actor_id = ?
                                    where step = 'approve' and application =
                                        (select id from application where number = ?)
                                    """)
                            .params(head.login(), number)
                            .update();
                    assertThat(breachesOf(number))
                            .extracting(Breach::person, Breach::decision, Breach::otherPart)
                            .contains(tuple(head.login(), "second-approve", "approve"));
                    status.setRollbackOnly();
                });
    }

    @Test
    void theDatabaseFindsWhoDecidedWithoutADelegation() {
        UUID id = given(give(today, today));
        String number = anApprovedApplication();
        registrations.approve(number, "", true, colleague.actor());

        transaction.executeWithoutResult(
                status -> {
                    jdbc.sql("update delegation set revoked_at = starts_at where id = ?")
                            .param(id)
                            .update();
                    assertThat(breachesOf(number))
                            .extracting(Breach::person, Breach::decision, Breach::otherPart)
                            .containsExactly(
                                    tuple(
                                            colleague.login(),
                                            "second-approve",
                                            "without-delegation"));
                    status.setRollbackOnly();
                });
    }

    private StaffView theReviewer() {
        return accounts.createStaff(
                new CreateStaff(REVIEWER.id(), "Reviewer", "a long password 1", Set.of(), SETUP));
    }

    private StaffView staff(String name, Role role) {
        String login =
                name.toLowerCase(java.util.Locale.ROOT)
                        + UUID.randomUUID().toString().substring(0, 8);
        return accounts.createStaff(
                new CreateStaff(login, name, "a long password 1", Set.of(role), SETUP));
    }

    private StaffView now(StaffView person) {
        return accounts.staff(person.login()).orElseThrow();
    }

    private GiveRole give(LocalDate from, LocalDate until) {
        return command(head, colleague, Role.QUALITY_HEAD, from, until, head);
    }

    private static GiveRole command(
            StaffView from,
            StaffView to,
            Role role,
            LocalDate first,
            LocalDate last,
            StaffView by) {
        return new GiveRole(from.login(), to.login(), role, first, last, "Leave", by.actor());
    }

    private UUID given(GiveRole command) {
        return ((Outcome.Given) delegations.give(command)).id();
    }

    private String why(GiveRole command) {
        return ((Outcome.Refused) delegations.give(command)).why();
    }

    private String anApprovedApplication() {
        return fixtures.anApprovedApplication(
                CustomerType.PHARMACY, Set.of(RegulatoryCategory.OTC_A));
    }

    private List<Breach> breachesOf(String number) {
        return proof.verify().breaches().stream()
                .filter(breach -> breach.subject().equals(number))
                .toList();
    }

    private static AuditQuery about(String subject) {
        return new AuditQuery(null, null, subject, null);
    }
}
