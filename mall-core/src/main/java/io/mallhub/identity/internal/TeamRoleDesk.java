package io.mallhub.identity.internal;

import static io.mallhub.identity.internal.TeamRolePolicy.without;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.identity.HeldPermissions;
import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.identity.TeamRoleChange;
import io.mallhub.identity.TeamRoleChange.What;
import io.mallhub.identity.TeamRolePreview;
import io.mallhub.identity.TeamRolePreview.Effect;
import io.mallhub.identity.TeamRoleView;
import io.mallhub.identity.TeamRoles;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Reason;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class TeamRoleDesk implements TeamRoles {
    private static final Comparator<TeamRoleView> ORDER =
            Comparator.comparing(TeamRoleView::isRetired)
                    .thenComparing(TeamRoleView::builtIn, Comparator.reverseOrder())
                    .thenComparingInt(TeamRoleDesk::place)
                    .thenComparing(TeamRoleView::name)
                    .thenComparing(TeamRoleView::code);

    private final TeamRoleTable table;
    private final HoldingTable holdings;
    private final PermissionBooks books;
    private final Declared declared;
    private final AccountRepository accounts;
    private final StaffViews views;
    private final AuditLog audit;
    private final Clock clock;

    TeamRoleDesk(
            TeamRoleTable table,
            HoldingTable holdings,
            PermissionBooks books,
            Declared declared,
            AccountRepository accounts,
            StaffViews views,
            AuditLog audit,
            Clock clock) {
        this.table = table;
        this.holdings = holdings;
        this.books = books;
        this.declared = declared;
        this.accounts = accounts;
        this.views = views;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<TeamRoleView> all() {
        PermissionBook book = books.now();
        Map<String, Long> members = table.members();
        return book.roles().stream().map(role -> view(role, book, members)).sorted(ORDER).toList();
    }

    private static int place(TeamRoleView role) {
        return Role.named(role.code()).map(Role::ordinal).orElse(Role.values().length);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<TeamRoleView> role(String code) {
        PermissionBook book = books.now();
        return book.role(code).map(role -> view(role, book, table.members()));
    }

    private static TeamRoleView view(
            StoredRole role, PermissionBook book, Map<String, Long> members) {
        Set<String> permissions = book.permissionsOf(role.code());
        return new TeamRoleView(
                role.code(),
                role.builtIn(),
                role.name(),
                role.purpose(),
                role.duties(),
                permissions,
                members.getOrDefault(role.code(), 0L),
                role.version(),
                book.conflictsIn(permissions),
                role.retiredAt());
    }

    @Override
    @Transactional(readOnly = true)
    public Page<StaffView> members(String code, PageRequest page) {
        var found =
                accounts.members(
                        code,
                        org.springframework.data.domain.PageRequest.of(page.number(), page.size()));
        return new Page<>(
                views.of(found.getContent()), page.number(), page.size(), found.getTotalElements());
    }

    @Override
    @Transactional(readOnly = true)
    public Page<TeamRoleChange> history(String code, PageRequest page) {
        return table.history(code, page);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<HeldPermissions> heldBy(String login) {
        PermissionBook book = books.now();
        return accounts.findByLoginKey(Login.keyOf(login))
                .filter(StaffAccount.class::isInstance)
                .map(StaffAccount.class::cast)
                .flatMap(
                        account ->
                                holdings.of(account.id().value())
                                        .map(holding -> held(account, holding, book)));
    }

    private HeldPermissions held(StaffAccount account, Holding holding, PermissionBook book) {
        var sources = book.explain(holding);
        return new HeldPermissions(
                views.of(account, holding, book), sources, book.conflictsIn(sources.keySet()));
    }

    @Override
    @Transactional(readOnly = true)
    public TeamRolePreview preview(ChangeTeamRole command) {
        PermissionBook before = books.now();
        return switch (changed(command, before)) {
            case Plan.Impossible impossible ->
                    new TeamRolePreview(
                            impossible.why(),
                            Set.of(),
                            Set.of(),
                            Set.of(),
                            Set.of(),
                            List.of(),
                            List.of());
            case Plan.Possible plan -> {
                PermissionBook after = before.with(plan.after());
                Difference it = Difference.of(plan, before, after);
                yield new TeamRolePreview(
                        refusal(command.by(), before, after).orElse(null),
                        it.gained(),
                        it.lost(),
                        it.dutiesGained(),
                        it.dutiesLost(),
                        effects(command.code(), before, after),
                        after.conflictsIn(after.permissionsOf(command.code())));
            }
        };
    }

    private List<Effect> effects(String code, PermissionBook before, PermissionBook after) {
        return holdings.reachedBy(code).stream()
                .map(person -> effect(person, code, before, after))
                .filter(one -> !one.gains().isEmpty() || !one.loses().isEmpty())
                .toList();
    }

    private static Effect effect(
            Holding person, String code, PermissionBook before, PermissionBook after) {
        Set<String> had = before.permissionsOf(person);
        Set<String> has = after.permissionsOf(person);
        return new Effect(
                person.login(),
                person.name(),
                !person.has(code),
                without(has, had),
                without(had, has),
                after.conflictsIn(has).stream().filter(one -> !one.isIn(had)).toList());
    }

    @Override
    @Transactional
    public Outcome make(MakeTeamRole command) {
        String reason = Reason.of(command.reason());
        String name = command.name().strip();
        String purpose = Reason.of(command.purpose());
        table.lock();
        Optional<String> refusal =
                mayChange(command.by())
                        .or(() -> Reason.problem("team-role", reason))
                        .or(() -> TeamRolePolicy.naming(name, purpose))
                        .or(() -> taken(name, ""))
                        .or(
                                () ->
                                        TeamRolePolicy.content(
                                                "",
                                                command.permissions(),
                                                command.duties(),
                                                declared));
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        StoredRole made =
                StoredRole.ofTheHouse(
                        table.nextCode(), name, purpose, command.duties(), command.permissions());
        Difference all =
                new Difference(command.permissions(), Set.of(), command.duties(), Set.of());
        keep(made, What.MADE, all, reason, command.by());
        return new Outcome.Done(made.code());
    }

    @Override
    @Transactional
    public Outcome change(ChangeTeamRole command) {
        String reason = Reason.of(command.reason());
        table.lock();
        PermissionBook before = books.now();
        return switch (changed(command, before)) {
            case Plan.Impossible impossible -> new Outcome.Refused(impossible.why());
            case Plan.Possible plan -> {
                PermissionBook after = before.with(plan.after());
                Optional<String> refusal =
                        Reason.problem("team-role", reason)
                                .or(() -> refusal(command.by(), before, after));
                if (refusal.isPresent()) {
                    yield refused(refusal.get(), command.code(), reason, command.by());
                }
                Difference it = Difference.of(plan, before, after);
                keep(plan.after(), What.CHANGED, it, reason, command.by());
                yield new Outcome.Done(command.code());
            }
        };
    }

    /** Who tried to make himself able to do more is remembered. */
    private Outcome refused(String why, String code, String reason, Actor by) {
        if (why.equals("team-role.own")) {
            audit.record(
                    new AuditEntry(by, "refuse-team-role", "team-role", code, reason, Map.of()));
        }
        return new Outcome.Refused(why);
    }

    private Plan changed(ChangeTeamRole command, PermissionBook book) {
        Optional<StoredRole> found = book.role(command.code());
        if (found.isEmpty()) {
            return new Plan.Impossible("team-role.unknown");
        }
        StoredRole role = found.get();
        Set<String> permissions = without(command.permissions(), declared.everybodys());
        String name = command.name().strip();
        String purpose = Reason.of(command.purpose());
        Optional<String> refusal =
                mayChange(command.by())
                        .or(() -> stale(role, command.version()))
                        .or(
                                () ->
                                        role.builtIn()
                                                ? Optional.empty()
                                                : TeamRolePolicy.naming(name, purpose)
                                                        .or(() -> taken(name, role.code())))
                        .or(
                                () ->
                                        TeamRolePolicy.content(
                                                role.code(),
                                                permissions,
                                                role.builtIn() ? Set.of() : command.duties(),
                                                declared));
        if (refusal.isPresent()) {
            return new Plan.Impossible(refusal.get());
        }
        StoredRole after = role.changed(name, purpose, command.duties(), permissions, declared);
        return same(role, after)
                ? new Plan.Impossible("team-role.nothing")
                : new Plan.Possible(role, after);
    }

    private static boolean same(StoredRole one, StoredRole other) {
        return one.name().equals(other.name())
                && one.purpose().equals(other.purpose())
                && one.duties().equals(other.duties())
                && one.given().equals(other.given())
                && one.taken().equals(other.taken());
    }

    private Optional<String> refusal(Actor by, PermissionBook before, PermissionBook after) {
        boolean widensHisOwn =
                by.kind() == Actor.Kind.STAFF
                        && holdings.of(Login.keyOf(by.id()))
                                .filter(one -> TeamRolePolicy.widens(one, before, after))
                                .isPresent();
        return widensHisOwn ? Optional.of("team-role.own") : Optional.empty();
    }

    @Override
    @Transactional
    public Outcome retire(RetireTeamRole command) {
        String reason = Reason.of(command.reason());
        table.lock();
        PermissionBook before = books.now();
        Optional<StoredRole> found = before.role(command.code());
        if (found.isEmpty()) {
            return new Outcome.Refused("team-role.unknown");
        }
        StoredRole role = found.get();
        Optional<String> refusal =
                mayChange(command.by())
                        .or(
                                () ->
                                        role.builtIn()
                                                ? Optional.of("team-role.built-in")
                                                : Optional.empty())
                        .or(() -> stale(role, command.version()))
                        .or(() -> Reason.problem("team-role", reason));
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        StoredRole retired = role.retired(clock.instant());
        Difference all =
                new Difference(
                        Set.of(), before.permissionsOf(role.code()), Set.of(), role.duties());
        holdings.takeFromAll(role.code());
        keep(retired, What.RETIRED, all, reason, command.by());
        return new Outcome.Done(role.code());
    }

    @Override
    @Transactional
    public Outcome give(GiveTeamRoles command) {
        String reason = Reason.of(command.reason());
        Optional<Account> found =
                accounts.lockByLoginKey(Login.keyOf(command.login()))
                        .filter(StaffAccount.class::isInstance);
        table.lock();
        if (found.isEmpty()) {
            return new Outcome.Refused("team-role.unknown");
        }
        Account account = found.get();
        PermissionBook book = books.now();
        Set<String> before = holdings.of(account.id().value()).orElseThrow().teamRoles();
        Optional<String> refusal =
                mayChange(command.by())
                        .or(() -> himself(account, command.by()))
                        .or(() -> givable(command.roles(), book))
                        .or(
                                () ->
                                        before.equals(command.roles())
                                                ? Optional.of("team-role.nothing")
                                                : Optional.empty())
                        .or(() -> Reason.problem("team-role", reason));
        if (refusal.isPresent()) {
            return new Outcome.Refused(refusal.get());
        }
        holdings.give(account.id().value(), command.roles());
        audit.record(
                new AuditEntry(
                        command.by(),
                        "give-team-roles",
                        "account",
                        account.login().shown(),
                        reason,
                        Map.of(
                                "before", names(before, book),
                                "after", names(command.roles(), book))));
        return new Outcome.Done(account.login().shown());
    }

    private static Optional<String> himself(Account account, Actor by) {
        return by.kind() == Actor.Kind.STAFF && account.login().key().equals(Login.keyOf(by.id()))
                ? Optional.of("team-role.yourself")
                : Optional.empty();
    }

    private static Optional<String> givable(Set<String> codes, PermissionBook book) {
        for (String code : codes) {
            Optional<StoredRole> role = book.role(code);
            if (role.isEmpty() || role.get().builtIn()) {
                return Optional.of("team-role.unknown");
            }
            if (role.get().isRetired()) {
                return Optional.of("team-role.retired");
            }
        }
        return Optional.empty();
    }

    private static String names(Set<String> codes, PermissionBook book) {
        return codes.stream()
                .sorted()
                .map(code -> book.role(code).map(StoredRole::name).orElse(code))
                .collect(Collectors.joining(", "));
    }

    /** Parts of the system may too: the demo makes its roles so. */
    private Optional<String> mayChange(Actor by) {
        boolean may =
                by.kind() == Actor.Kind.SYSTEM
                        || (by.kind() == Actor.Kind.STAFF
                                && accounts.findByLoginKey(Login.keyOf(by.id()))
                                        .filter(StaffAccount.class::isInstance)
                                        .filter(one -> ((StaffAccount) one).isAdmin())
                                        .isPresent());
        return may ? Optional.empty() : Optional.of("team-role.not-admin");
    }

    private static Optional<String> stale(StoredRole role, long version) {
        if (role.isRetired()) {
            return Optional.of("team-role.retired");
        }
        return role.version() == version
                ? Optional.empty()
                : Optional.of("team-role.older-version");
    }

    private Optional<String> taken(String name, String exceptCode) {
        return table.isNameTaken(name, exceptCode)
                ? Optional.of("team-role.name-taken")
                : Optional.empty();
    }

    private void keep(StoredRole role, What what, Difference it, String reason, Actor by) {
        var now = clock.instant();
        table.store(role, now);
        table.addChange(
                role.code(),
                new TeamRoleChange(
                        role.version(),
                        what,
                        role.name(),
                        sorted(it.gained()),
                        sorted(it.lost()),
                        List.copyOf(it.dutiesGained()),
                        List.copyOf(it.dutiesLost()),
                        reason,
                        by.name(),
                        now));
        table.turnOver();
        Map<String, String> details = new HashMap<>();
        details.put("version", Long.toString(role.version()));
        put(details, "name", List.of(role.name()));
        put(details, "gained", sorted(it.gained()));
        put(details, "lost", sorted(it.lost()));
        put(details, "duties-gained", duties(it.dutiesGained()));
        put(details, "duties-lost", duties(it.dutiesLost()));
        audit.record(
                new AuditEntry(
                        by,
                        switch (what) {
                            case MADE -> "make-team-role";
                            case CHANGED -> "change-team-role";
                            case RETIRED -> "retire-team-role";
                        },
                        "team-role",
                        role.code(),
                        reason,
                        details));
    }

    private static void put(Map<String, String> details, String key, Collection<String> values) {
        String text = String.join(" ", values);
        if (!text.isEmpty()) {
            details.put(key, text);
        }
    }

    private static List<String> duties(Set<Role> duties) {
        return duties.stream().map(Role::name).sorted().toList();
    }

    private static List<String> sorted(Set<String> permissions) {
        return permissions.stream().sorted().toList();
    }

    private sealed interface Plan {
        record Possible(StoredRole before, StoredRole after) implements Plan {}

        record Impossible(String why) implements Plan {}
    }

    private record Difference(
            Set<String> gained, Set<String> lost, Set<Role> dutiesGained, Set<Role> dutiesLost) {
        static Difference of(Plan.Possible plan, PermissionBook before, PermissionBook after) {
            Set<String> had = before.permissionsOf(plan.before().code());
            Set<String> has = after.permissionsOf(plan.after().code());
            return new Difference(
                    without(has, had),
                    without(had, has),
                    without(plan.after().duties(), plan.before().duties()),
                    without(plan.before().duties(), plan.after().duties()));
        }
    }
}
