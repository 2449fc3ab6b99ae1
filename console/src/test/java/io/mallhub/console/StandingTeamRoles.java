package io.mallhub.console;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.mallhub.console.access.ConsoleAct;
import io.mallhub.console.access.ConsolePage;
import io.mallhub.identity.HeldPermissions;
import io.mallhub.identity.HeldPermissions.Source;
import io.mallhub.identity.PermissionConflict;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.identity.TeamRole;
import io.mallhub.identity.TeamRoleChange;
import io.mallhub.identity.TeamRolePreview;
import io.mallhub.identity.TeamRolePreview.Effect;
import io.mallhub.identity.TeamRoleView;
import io.mallhub.identity.TeamRoles;
import io.mallhub.shared.Page;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Roles as delivered, one of the house, and one that is retired. */
@TestConfiguration(proxyBeanMethods = false)
@NullUnmarked
class StandingTeamRoles {
    static final String CLERK = "team-1";
    static final String RETIRED = "team-2";
    static final PermissionConflict FLOOR =
            new PermissionConflict("floor", "act:PUBLISH_PRICE_LIST", "act:SET_FLOORS");

    static final Set<String> EVERYTHING =
            Stream.concat(
                            Arrays.stream(ConsolePage.values()).map(ConsolePage::permission),
                            Arrays.stream(ConsoleAct.values()).map(ConsoleAct::permission))
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> CLERKS =
            Set.of(
                    ConsolePage.PRICES.permission(),
                    ConsoleAct.OPEN_PRICE_LIST.permission(),
                    ConsoleAct.EDIT_PRICE_LIST.permission());

    /** What pages and acts declare for his roles and those of the colleagues he stands in for. */
    static Set<String> usualOf(StaffView staff) {
        return Stream.concat(
                        Arrays.stream(ConsolePage.values())
                                .filter(it -> meet(it.roles(), staff.taskRoles()))
                                .map(ConsolePage::permission),
                        Arrays.stream(ConsoleAct.values())
                                .filter(
                                        it ->
                                                meet(
                                                        it.roles(),
                                                        it.isTask()
                                                                ? staff.taskRoles()
                                                                : staff.roles()))
                                .map(ConsoleAct::permission))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As a role is shown: without what everybody has. */
    private static Set<String> givenTo(StaffView staff) {
        Set<String> given = new HashSet<>(staff.permissions());
        Arrays.stream(ConsolePage.values())
                .filter(it -> it.roles().size() == Role.values().length)
                .forEach(it -> given.remove(it.permission()));
        Arrays.stream(ConsoleAct.values())
                .filter(it -> it.roles().size() == Role.values().length)
                .forEach(it -> given.remove(it.permission()));
        return given;
    }

    private static boolean meet(Set<Role> some, Set<Role> others) {
        return !Collections.disjoint(some, others);
    }

    @Bean
    TeamRoles teamRoles() {
        TeamRoles roles = mock();
        List<TeamRoleView> all =
                Stream.concat(
                                Arrays.stream(Role.values()).map(StandingTeamRoles::builtIn),
                                Stream.of(
                                        house(CLERK, "价格专员", CLERKS, false),
                                        house(RETIRED, "促销助理", Set.of(), true)))
                        .toList();
        when(roles.all()).thenReturn(all);
        when(roles.role(anyString()))
                .thenAnswer(
                        call ->
                                all.stream()
                                        .filter(it -> it.code().equals(call.getArgument(0)))
                                        .findFirst());
        when(roles.members(anyString(), any())).thenReturn(page(StandingMall.staff(Role.SALES)));
        when(roles.history(anyString(), any())).thenReturn(new Page<>(List.of(), 0, 20, 0));
        when(roles.history(eq(CLERK), any()))
                .thenReturn(
                        page(
                                change(2, TeamRoleChange.What.CHANGED),
                                change(1, TeamRoleChange.What.MADE)));
        when(roles.preview(any()))
                .thenReturn(
                        new TeamRolePreview(
                                null,
                                Set.of("act:PUBLISH_PRICE_LIST", "act:SET_FLOORS"),
                                Set.of("act:OPEN_PRICE_LIST"),
                                Set.of(Role.FINANCE),
                                Set.of(),
                                List.of(
                                        new Effect(
                                                "sales",
                                                "张伟",
                                                false,
                                                Set.of("act:PUBLISH_PRICE_LIST", "act:SET_FLOORS"),
                                                Set.of("act:OPEN_PRICE_LIST"),
                                                List.of(FLOOR)),
                                        new Effect(
                                                "quality",
                                                "陈晨",
                                                true,
                                                Set.of("page:PRICES"),
                                                Set.of(),
                                                List.of())),
                                List.of(FLOOR)));
        when(roles.make(any())).thenReturn(new TeamRoles.Outcome.Done(CLERK));
        when(roles.change(any())).thenReturn(new TeamRoles.Outcome.Done(CLERK));
        when(roles.retire(any())).thenReturn(new TeamRoles.Outcome.Done(CLERK));
        when(roles.give(any())).thenReturn(new TeamRoles.Outcome.Refused("team-role.yourself"));
        when(roles.heldBy(anyString())).thenReturn(Optional.empty());
        when(roles.heldBy("sales")).thenReturn(Optional.of(held()));
        return roles;
    }

    private static TeamRoleView builtIn(Role role) {
        StaffView one = StandingMall.staff(role);
        return new TeamRoleView(
                role.name(),
                true,
                "",
                "",
                Set.of(role),
                givenTo(one),
                2,
                0,
                role == Role.MARKETING ? List.of(FLOOR) : List.of(),
                null);
    }

    private static TeamRoleView house(
            String code, String name, Set<String> permissions, boolean retired) {
        return new TeamRoleView(
                code,
                false,
                name,
                "编辑价目表，由他人发布",
                Set.of(),
                permissions,
                retired ? 0 : 1,
                2,
                List.of(),
                retired ? StandingMall.NOW : null);
    }

    private static TeamRoleChange change(long version, TeamRoleChange.What what) {
        return new TeamRoleChange(
                version,
                what,
                "价格专员",
                version == 1 ? List.copyOf(CLERKS) : List.of("act:EDIT_PRICE_LIST"),
                version == 1
                        ? List.of()
                        : List.of("act:PUBLISH_PRICE_LIST", "act:OF_AN_OLD_RELEASE"),
                version == 1 ? List.of() : List.of(Role.FINANCE),
                List.of(),
                "价格由销售经理发布",
                "王芳",
                StandingMall.NOW);
    }

    private static HeldPermissions held() {
        Map<String, List<Source>> sources = new TreeMap<>();
        StaffView seller = StandingMall.staff(Role.SALES);
        givenTo(seller).forEach(it -> sources.put(it, List.of(new Source.BuiltIn(Role.SALES))));
        CLERKS.forEach(
                it ->
                        sources.put(
                                it,
                                List.of(
                                        new Source.BuiltIn(Role.SALES),
                                        new Source.House(CLERK, "价格专员"))));
        sources.put(
                "act:DECIDE_RECEIPT",
                List.of(new Source.For(Role.FINANCE, "李静", LocalDate.of(2026, 12, 4))));
        return new HeldPermissions(
                seller.having(Set.of(new TeamRole(CLERK, "价格专员", Set.of()))),
                sources,
                List.of(FLOOR));
    }

    @SafeVarargs
    private static <T> Page<T> page(T... rows) {
        return new Page<>(List.of(rows), 0, 20, rows.length);
    }
}
