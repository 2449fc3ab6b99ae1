package io.mallhub.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.customer.Registrations;
import io.mallhub.customer.Registrations.ApprovalOutcome;
import io.mallhub.fixture.AtOnce;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MallTest;
import io.mallhub.identity.Accounts.CreateStaff;
import io.mallhub.identity.Delegations.GiveRole;
import io.mallhub.identity.HeldPermissions.Source;
import io.mallhub.identity.Permission.Reach;
import io.mallhub.identity.TeamRoles.ChangeTeamRole;
import io.mallhub.identity.TeamRoles.GiveTeamRoles;
import io.mallhub.identity.TeamRoles.MakeTeamRole;
import io.mallhub.identity.TeamRoles.Outcome;
import io.mallhub.identity.TeamRoles.RetireTeamRole;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.PageRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MallTest
@Import(TeamRolesTest.Doors.class)
class TeamRolesTest {
    private static final Actor SETUP = Actor.system("test");
    private static final String HOME = "page:home";
    private static final String PRICES = "page:prices";
    private static final String EDIT = "act:edit";
    private static final String PUBLISH = "act:publish";
    private static final String FLOOR = "act:floor";
    private static final String REVIEW = "act:review";
    private static final String KEYS = "act:keys";

    @TestConfiguration
    static class Doors {
        @Bean
        DeclaredPermissions declaredPermissions() {
            List<Permission> all =
                    List.of(
                            new Permission(HOME, Reach.EVERYBODY, Set.of(Role.values()), true),
                            roles(PRICES, true, Role.MARKETING, Role.FINANCE),
                            roles(EDIT, false, Role.MARKETING),
                            roles(PUBLISH, false, Role.MARKETING),
                            roles(FLOOR, false, Role.FINANCE),
                            roles(REVIEW, true, Role.QUALITY, Role.QUALITY_HEAD),
                            new Permission(KEYS, Reach.KEYS, Set.of(Role.ADMIN), false));
            return new DeclaredPermissions() {
                @Override
                public List<Permission> permissions() {
                    return all;
                }

                @Override
                public List<PermissionConflict> conflicts() {
                    return List.of(new PermissionConflict("own-floor", PUBLISH, FLOOR));
                }
            };
        }

        private static Permission roles(String code, boolean standIn, Role... usual) {
            return new Permission(code, Reach.ROLES, Set.of(usual), standIn);
        }
    }

    @Autowired TeamRoles teamRoles;
    @Autowired Accounts accounts;
    @Autowired Delegations delegations;
    @Autowired StandIns standIns;
    @Autowired Registrations registrations;
    @Autowired CustomerFixtures fixtures;
    @Autowired AuditLog audit;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    StaffView admin;
    StaffView clerk;

    @BeforeEach
    void anAdministratorAndAClerk() {
        admin = staff("Admin", Role.ADMIN);
        clerk = staff("Clerk");
    }

    /** The database is that of all tests. */
    @AfterEach
    void builtInRolesAreAsDeliveredAgain() {
        teamRoles.all().stream()
                .filter(TeamRoleView::builtIn)
                .filter(role -> role.version() > 0)
                .forEach(
                        role -> {
                            Set<String> usual = new HashSet<>();
                            new Doors()
                                    .declaredPermissions().permissions().stream()
                                            .filter(it -> it.reach() != Reach.EVERYBODY)
                                            .filter(
                                                    it ->
                                                            it.usual()
                                                                    .contains(
                                                                            Role.valueOf(
                                                                                    role.code())))
                                            .forEach(it -> usual.add(it.code()));
                            if (!usual.equals(role.permissions())) {
                                done(change(role, usual, SETUP));
                            }
                        });
    }

    @Test
    void aBuiltInRoleHasWhatTheDoorsDeclareUntilTheHouseChangesIt() {
        StaffView marketer = staff("Marketer", Role.MARKETING);
        assertThat(now(marketer).permissions())
                .containsExactlyInAnyOrder(HOME, PRICES, EDIT, PUBLISH);

        done(change(role("MARKETING"), Set.of(PRICES, EDIT, REVIEW), admin.actor()));

        assertThat(now(marketer).permissions())
                .containsExactlyInAnyOrder(HOME, PRICES, EDIT, REVIEW);
        assertThat(now(marketer).groups()).containsExactly("marketing");
    }

    @Test
    void aRoleOfTheHouseOpensWhatItHasAndIsTakenBackAtOnce() {
        String code = made(Set.of(PRICES, EDIT), Set.of());
        assertThat(now(clerk).permissions()).containsExactly(HOME);

        done(give(clerk, Set.of(code), admin.actor()));
        assertThat(now(clerk).permissions()).containsExactlyInAnyOrder(HOME, PRICES, EDIT);
        assertThat(teamRoles.members(code, PageRequest.first(10)).items())
                .extracting(StaffView::login)
                .containsExactly(clerk.login());

        done(give(clerk, Set.of(), admin.actor()));
        assertThat(now(clerk).permissions()).containsExactly(HOME);
    }

    @Test
    void membersOfARoleWithADutyDoItsTasksInTheirOwnRight() {
        StaffView head = staff("Head", Role.QUALITY_HEAD);
        String code = made(Set.of(REVIEW), Set.of(Role.QUALITY_HEAD));
        done(give(clerk, Set.of(code), admin.actor()));
        delegated(head, clerk, Role.QUALITY_HEAD);

        assertThat(now(clerk).groups()).containsExactly("quality-head");
        assertThat(now(clerk).standsInFor(List.of("quality-head"))).isEmpty();
        assertThat(accounts.staffWith(Role.QUALITY_HEAD))
                .extracting(StaffView::login)
                .contains(clerk.login());
        assertThat(eyes(clerk, Role.QUALITY_HEAD).principals()).isEmpty();
    }

    @Test
    void fourEyesHoldWhateverIsPermitted() {
        String code = made(Set.of(REVIEW), Set.of(Role.QUALITY, Role.QUALITY_HEAD));
        done(give(clerk, Set.of(code), admin.actor()));
        String number = fixtures.aSubmittedApplication();
        registrations.runChecks(number);

        assertThat(registrations.approve(number, "", false, clerk.actor()))
                .isInstanceOf(ApprovalOutcome.Approved.class);
        assertThat(registrations.approve(number, "", true, clerk.actor()))
                .isEqualTo(new ApprovalOutcome.NotYou("four-eyes.reviewed-before"));
    }

    @Test
    void whoStandsInGetsThePagesAndTasksOfTheRoleByWhichTheColleagueHasTheDuty() {
        StaffView away = staff("Away");
        String code = made(Set.of(PRICES, EDIT, REVIEW), Set.of(Role.QUALITY));
        String other = made(Set.of(FLOOR), Set.of());
        done(give(away, Set.of(code, other), admin.actor()));
        delegated(away, clerk, Role.QUALITY);

        assertThat(now(clerk).permissions()).containsExactlyInAnyOrder(HOME, PRICES, REVIEW);
        assertThat(eyes(clerk, Role.QUALITY).principals())
                .extracting(it -> it.who().id())
                .containsExactly(away.login());

        done(give(away, Set.of(), admin.actor()));
        assertThat(now(clerk).permissions()).containsExactly(HOME);
        assertThat(now(clerk).groups()).isEmpty();
    }

    @Test
    void whyAPersonMaySomethingIsSaidWithTheLastDay() {
        StaffView head = staff("Head", Role.QUALITY_HEAD);
        StaffView marketer = staff("Marketer", Role.MARKETING);
        String code = made(Set.of(PRICES, FLOOR), Set.of());
        done(give(marketer, Set.of(code), admin.actor()));
        LocalDate until = delegated(head, marketer, Role.QUALITY_HEAD);

        HeldPermissions held = teamRoles.heldBy(marketer.login()).orElseThrow();

        assertThat(held.sources().get(PRICES))
                .containsExactly(
                        new Source.BuiltIn(Role.MARKETING),
                        new Source.House(code, role(code).name()));
        assertThat(held.sources().get(REVIEW))
                .containsExactly(new Source.For(Role.QUALITY_HEAD, "Head", until));
        assertThat(held.sources()).doesNotContainKey(HOME);
        assertThat(held.conflicts())
                .extracting(PermissionConflict::code)
                .containsExactly("own-floor");
    }

    @Test
    void nobodyWidensARoleOfHisOwnButAnotherAdministratorMay() {
        StaffView second = staff("Second", Role.ADMIN);
        StaffView marketingAdmin = staff("Both", Role.ADMIN, Role.MARKETING);
        Set<String> more = Set.of(PRICES, EDIT, PUBLISH, FLOOR);

        assertThat(
                        teamRoles
                                .preview(change(role("MARKETING"), more, marketingAdmin.actor()))
                                .refusal())
                .isEqualTo("team-role.own");
        assertThat(why(change(role("MARKETING"), more, marketingAdmin.actor())))
                .isEqualTo("team-role.own");
        assertThat(audit.page(by(marketingAdmin), PageRequest.first(1)).items())
                .extracting(it -> it.entry().action())
                .containsExactly("refuse-team-role");
        assertThat(now(marketingAdmin).may(FLOOR)).isFalse();

        done(change(role("MARKETING"), more, second.actor()));
        assertThat(now(marketingAdmin).may(FLOOR)).isTrue();
        done(change(role("MARKETING"), Set.of(PRICES), marketingAdmin.actor()));
        assertThat(now(marketingAdmin).may(FLOOR)).isFalse();
    }

    @Test
    void whatHeHasByAnotherRoleIsNoWidening() {
        StaffView both = staff("Both", Role.ADMIN, Role.MARKETING, Role.FINANCE);

        done(change(role("MARKETING"), Set.of(PRICES, EDIT, PUBLISH, FLOOR), both.actor()));
    }

    @Test
    void nobodyWidensARoleHeStandsInFor() {
        StaffView head = staff("Head", Role.QUALITY_HEAD);
        delegated(head, admin, Role.QUALITY_HEAD);

        assertThat(why(change(role("QUALITY_HEAD"), Set.of(REVIEW, PRICES), admin.actor())))
                .isEqualTo("team-role.own");
    }

    @Test
    void nobodyGivesHimselfARoleNorADutyThroughARoleHeHas() {
        StaffView second = staff("Second", Role.ADMIN);
        String code = made(Set.of(PRICES), Set.of());

        assertThat(why(give(admin, Set.of(code), admin.actor()))).isEqualTo("team-role.yourself");
        done(give(admin, Set.of(code), second.actor()));
        TeamRoleView role = role(code);
        assertThat(
                        why(
                                new ChangeTeamRole(
                                        code,
                                        role.version(),
                                        role.name(),
                                        "",
                                        role.permissions(),
                                        Set.of(Role.FINANCE),
                                        "why",
                                        admin.actor())))
                .isEqualTo("team-role.own");
    }

    @Test
    void theKeysOfTheHouseStayWithTheAdministration() {
        assertThat(why(change(role("ADMIN"), Set.of(), admin.actor()))).isEqualTo("team-role.keys");
        assertThat(why(change(role("FINANCE"), Set.of(PRICES, KEYS), admin.actor())))
                .isEqualTo("team-role.keys");
        assertThat(why(make(Set.of(KEYS), Set.of(), admin.actor()))).isEqualTo("team-role.keys");
        assertThat(why(make(Set.of(), Set.of(Role.ADMIN), admin.actor())))
                .isEqualTo("team-role.duty");
        assertThat(why(make(Set.of(), Set.of(Role.SALESPERSON), admin.actor())))
                .isEqualTo("team-role.duty");
        assertThat(now(admin).may(KEYS)).isTrue();
    }

    @Test
    void onlyAdministratorsChangeRoles() {
        StaffView finance = staff("Finance", Role.FINANCE);
        String code = made(Set.of(PRICES), Set.of());

        assertThat(why(make(Set.of(), Set.of(), finance.actor()))).isEqualTo("team-role.not-admin");
        assertThat(why(change(role(code), Set.of(), finance.actor())))
                .isEqualTo("team-role.not-admin");
        assertThat(why(give(clerk, Set.of(code), finance.actor())))
                .isEqualTo("team-role.not-admin");
        assertThat(why(new RetireTeamRole(code, 1, "why", finance.actor())))
                .isEqualTo("team-role.not-admin");
        assertThat(why(make(Set.of(), Set.of(), Actor.buyer(admin.login(), "Buyer"))))
                .isEqualTo("team-role.not-admin");
    }

    @Test
    void thePreviewNamesWhoGainsAndWhoLosesAndNewConflicts() {
        StaffView marketer = staff("Marketer", Role.MARKETING);
        StaffView financeToo = staff("Finance", Role.MARKETING, Role.FINANCE);
        ChangeTeamRole command =
                change(role("MARKETING"), Set.of(PRICES, PUBLISH, FLOOR), admin.actor());

        TeamRolePreview preview = teamRoles.preview(command);

        assertThat(preview.refusal()).isNull();
        assertThat(preview.gained()).containsExactly(FLOOR);
        assertThat(preview.lost()).containsExactly(EDIT);
        assertThat(preview.conflicts())
                .extracting(PermissionConflict::code)
                .containsExactly("own-floor");
        assertThat(effect(preview, marketer))
                .isEqualTo(
                        new TeamRolePreview.Effect(
                                marketer.login(),
                                "Marketer",
                                false,
                                Set.of(FLOOR),
                                Set.of(EDIT),
                                List.of(new PermissionConflict("own-floor", PUBLISH, FLOOR))));
        assertThat(effect(preview, financeToo).gains()).isEmpty();
        assertThat(effect(preview, financeToo).conflicts()).isEmpty();
        assertThat(now(marketer).may(FLOOR)).isFalse();
    }

    @Test
    void aRetiredRoleIsLostByItsMembersAndNotGivenAgain() {
        String code = made(Set.of(PRICES), Set.of(Role.FINANCE));
        done(give(clerk, Set.of(code), admin.actor()));

        done(new RetireTeamRole(code, 1, "no longer needed", admin.actor()));

        assertThat(now(clerk).permissions()).containsExactly(HOME);
        assertThat(now(clerk).groups()).isEmpty();
        assertThat(why(give(clerk, Set.of(code), admin.actor()))).isEqualTo("team-role.retired");
        assertThat(teamRoles.all().getLast().isRetired()).isTrue();
        assertThat(
                        why(
                                new RetireTeamRole(
                                        "FINANCE", role("FINANCE").version(), "x", admin.actor())))
                .isEqualTo("team-role.built-in");
    }

    @Test
    void everyVersionIsKeptWithWhoAndWhy() {
        String code = made(Set.of(PRICES), Set.of());
        done(change(role(code), Set.of(EDIT), admin.actor()));

        List<TeamRoleChange> history = teamRoles.history(code, PageRequest.first(10)).items();

        assertThat(history).extracting(TeamRoleChange::version).containsExactly(2L, 1L);
        assertThat(history.getFirst().gained()).containsExactly(EDIT);
        assertThat(history.getFirst().lost()).containsExactly(PRICES);
        assertThat(history.getFirst().reason()).isEqualTo("why");
        assertThat(history.getFirst().by()).isEqualTo("Admin");
        assertThat(
                        audit.page(
                                        new AuditQuery(null, "team-role", code, null),
                                        PageRequest.first(9))
                                .items())
                .extracting(it -> it.entry().action())
                .containsExactly("change-team-role", "make-team-role");
    }

    @Test
    void whatIsImpossibleOrOutOfDateIsRefused() {
        String code = made(Set.of(PRICES), Set.of());
        TeamRoleView old = role(code);
        done(change(old, Set.of(EDIT), admin.actor()));

        assertThat(why(change(old, Set.of(FLOOR), admin.actor())))
                .isEqualTo("team-role.older-version");
        assertThat(why(change(role(code), Set.of(EDIT), admin.actor())))
                .isEqualTo("team-role.nothing");
        assertThat(why(change(role(code), Set.of("act:unheard-of"), admin.actor())))
                .isEqualTo("team-role.permission");
        assertThat(why(named(" ", "why"))).isEqualTo("team-role.no-name");
        assertThat(why(named("x".repeat(41), "why"))).isEqualTo("team-role.name-too-long");
        assertThat(why(named(old.name().toUpperCase(Locale.ROOT), "why")))
                .isEqualTo("team-role.name-taken");
        assertThat(why(named("Another", " "))).isEqualTo("team-role.reason-missing");
        assertThat(why(give(clerk, Set.of("FINANCE"), admin.actor())))
                .isEqualTo("team-role.unknown");
    }

    /** What was read before another node's change, or in a change that came to nothing. */
    @Test
    void nothingStaleIsReadAfterAChange() {
        StaffView marketer = staff("Marketer", Role.MARKETING);
        now(marketer);
        transaction.executeWithoutResult(
                status -> {
                    done(change(role("MARKETING"), Set.of(PRICES), SETUP));
                    assertThat(now(marketer).may(EDIT)).isFalse();
                    status.setRollbackOnly();
                });

        assertThat(now(marketer).may(EDIT)).isTrue();
        done(change(role("MARKETING"), Set.of(PRICES), SETUP));
        assertThat(now(marketer).may(EDIT)).isFalse();
    }

    @Test
    void twoAdministratorsWhoTakeTheRoleFromEachOtherAtOnceLeaveOne() throws Exception {
        List<UUID> others =
                jdbc.sql(
                                """
                                SELECT a.id FROM account a JOIN staff_role r ON r.account = a.id
                                WHERE a.enabled AND r.role = 'ADMIN' AND a.id <> ?
                                """)
                        .param(admin.id().value())
                        .query(UUID.class)
                        .list();
        StaffView second = staff("Second", Role.ADMIN);
        enable(others, false);
        try {
            List<StaffView> both = List.of(admin, second);
            AtOnce.run(
                    2,
                    number -> {
                        try {
                            accounts.changeRoles(
                                    both.get(number).id(), Set.of(), both.get(1 - number).actor());
                            return true;
                        } catch (IllegalStateException last) {
                            return false;
                        }
                    });

            assertThat(both.stream().filter(it -> now(it).roles().contains(Role.ADMIN))).hasSize(1);
            StaffView left =
                    both.stream()
                            .filter(it -> now(it).roles().contains(Role.ADMIN))
                            .findFirst()
                            .orElseThrow();
            assertThatThrownBy(() -> accounts.setEnabled(left.id(), false, SETUP))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            enable(others, true);
        }
    }

    private void enable(List<UUID> these, boolean enabled) {
        for (UUID one : these) {
            jdbc.sql("UPDATE account SET enabled = ? WHERE id = ?").params(enabled, one).update();
        }
    }

    private Eyes eyes(StaffView person, Role role) {
        Eyes eyes = transaction.execute(status -> standIns.eyes(person.actor(), Set.of(role)));
        assertThat(eyes).isNotNull();
        return eyes;
    }

    private LocalDate delegated(StaffView from, StaffView to, Role role) {
        LocalDate today = MallTime.today(clock);
        LocalDate until = today.plusDays(5);
        assertThat(
                        delegations.give(
                                new GiveRole(
                                        from.login(),
                                        to.login(),
                                        role,
                                        today,
                                        until,
                                        "Leave",
                                        from.actor())))
                .isInstanceOf(Delegations.Outcome.Given.class);
        return until;
    }

    private static TeamRolePreview.Effect effect(TeamRolePreview preview, StaffView person) {
        return preview.people().stream()
                .filter(one -> one.login().equals(person.login()))
                .findFirst()
                .orElseThrow();
    }

    private String made(Set<String> permissions, Set<Role> duties) {
        return ((Outcome.Done) teamRoles.make(make(permissions, duties, SETUP))).code();
    }

    private static MakeTeamRole make(Set<String> permissions, Set<Role> duties, Actor by) {
        return new MakeTeamRole(
                "Role " + UUID.randomUUID().toString().substring(0, 8),
                "",
                permissions,
                duties,
                "why",
                by);
    }

    private MakeTeamRole named(String name, String reason) {
        return new MakeTeamRole(name, "", Set.of(), Set.of(), reason, admin.actor());
    }

    private static ChangeTeamRole change(TeamRoleView role, Set<String> permissions, Actor by) {
        return new ChangeTeamRole(
                role.code(),
                role.version(),
                role.name(),
                role.purpose(),
                permissions,
                role.duties(),
                "why",
                by);
    }

    private static GiveTeamRoles give(StaffView to, Set<String> roles, Actor by) {
        return new GiveTeamRoles(to.login(), roles, "why", by);
    }

    private Outcome carriedOut(Object command) {
        return switch (command) {
            case MakeTeamRole it -> teamRoles.make(it);
            case ChangeTeamRole it -> teamRoles.change(it);
            case RetireTeamRole it -> teamRoles.retire(it);
            case GiveTeamRoles it -> teamRoles.give(it);
            default -> throw new IllegalArgumentException(command.toString());
        };
    }

    private void done(Object command) {
        assertThat(carriedOut(command)).isInstanceOf(Outcome.Done.class);
    }

    private String why(Object command) {
        return ((Outcome.Refused) carriedOut(command)).why();
    }

    private TeamRoleView role(String code) {
        return teamRoles.role(code).orElseThrow();
    }

    private StaffView now(StaffView person) {
        return accounts.staff(person.login()).orElseThrow();
    }

    private static AuditQuery by(StaffView person) {
        return new AuditQuery(person.login(), null, null, null);
    }

    private StaffView staff(String name, Role... roles) {
        String login = name.toLowerCase(Locale.ROOT) + UUID.randomUUID().toString().substring(0, 8);
        return accounts.createStaff(
                new CreateStaff(login, name, "a long password 1", Set.of(roles), SETUP));
    }
}
