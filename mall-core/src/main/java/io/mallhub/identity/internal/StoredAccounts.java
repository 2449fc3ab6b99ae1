package io.mallhub.identity.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerView;
import io.mallhub.identity.Role;
import io.mallhub.identity.SignIn;
import io.mallhub.identity.StaffView;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredAccounts implements Accounts {
    private static final Pattern PHONE = Pattern.compile("|[+0-9][0-9 -]{2,28}[0-9]");

    private final AccountRepository accounts;
    private final Passwords passwords;
    private final SignInDesk signIn;
    private final StaffViews views;
    private final TeamRoleTable teamRoles;
    private final AuditLog audit;
    private final Clock clock;

    StoredAccounts(
            AccountRepository accounts,
            Passwords passwords,
            SignInDesk signIn,
            StaffViews views,
            TeamRoleTable teamRoles,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
        this.views = views;
        this.teamRoles = teamRoles;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public SignIn signInStaff(String login, String password) {
        return signIn.signIn(
                StaffAccount.class, login, password, staff -> new SignIn.Staff(staff.view()));
    }

    @Override
    public SignIn signInBuyer(String login, String password) {
        return signIn.signIn(
                BuyerAccount.class, login, password, buyer -> new SignIn.Buyer(buyer.view()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StaffView> staff(String login) {
        return accounts.findByLoginKey(Login.keyOf(login))
                .filter(StaffAccount.class::isInstance)
                .map(account -> views.of((StaffAccount) account));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<BuyerView> buyer(String login) {
        return accounts.findByLoginKey(Login.keyOf(login))
                .filter(BuyerAccount.class::isInstance)
                .map(account -> ((BuyerAccount) account).view());
    }

    @Override
    @Transactional(readOnly = true)
    public List<BuyerView> buyersOf(CustomerId company) {
        return accounts.buyersOf(company.value()).stream().map(BuyerAccount::view).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<StaffView> staff(PageRequest page) {
        if (!page.sort().isEmpty()) {
            throw new IllegalArgumentException("Staff has one order, by login");
        }
        var found =
                accounts.staff(
                        org.springframework.data.domain.PageRequest.of(page.number(), page.size()));
        return new Page<>(
                views.of(found.getContent()), page.number(), page.size(), found.getTotalElements());
    }

    @Override
    @Transactional(readOnly = true)
    public List<StaffView> staffWith(Role role) {
        return views.of(accounts.staffWith(role.name()));
    }

    @Override
    @Transactional
    public StaffView createStaff(CreateStaff command) {
        Login login = free(command.login());
        String hash = passwords.hash(command.password(), login);
        StaffAccount made =
                new StaffAccount(
                        login, command.name().strip(), hash, command.roles(), clock.instant());
        accounts.save(made);
        record(command.by(), "create-staff", made, Map.of("roles", names(command.roles())));
        return made.view();
    }

    @Override
    @Transactional
    public BuyerView createBuyer(CreateBuyer command) {
        Login login = free(command.login());
        BuyerAccount made =
                new BuyerAccount(
                        login,
                        command.name().strip(),
                        passwords.hash(command.password(), login),
                        command.company(),
                        command.phone().strip(),
                        command.rights(),
                        clock.instant());
        accounts.save(made);
        BuyerView view = made.view();
        record(
                view.actor(),
                "create-buyer",
                made,
                Map.of("company", view.company().toString(), "rights", names(view.rights())));
        return view;
    }

    @Override
    @Transactional
    public void changeRoles(UserId staff, Set<Role> roles, Actor by) {
        if (!(locked(staff) instanceof StaffAccount account)) {
            throw new IllegalArgumentException("Only staff has roles");
        }
        if (account.view().actor().isSamePersonAs(by)) {
            throw new IllegalStateException("Nobody changes his own roles");
        }
        if (!roles.contains(Role.ADMIN)) {
            mustLeaveAnAdmin(account);
        }
        Set<Role> before = account.roles();
        account.changeRoles(roles);
        record(by, "change-roles", account, Map.of("before", names(before), "after", names(roles)));
    }

    @Override
    @Transactional
    public Optional<String> setPhone(UserId staff, String typed, Actor by) {
        if (!(locked(staff) instanceof StaffAccount account)) {
            throw new IllegalArgumentException("Buyers keep their own phones");
        }
        String phone = typed.strip();
        if (!PHONE.matcher(phone).matches()) {
            return Optional.of("account.phone");
        }
        String before = account.phone();
        account.setPhone(phone);
        record(by, "set-phone", account, Map.of("before", before, "after", phone));
        return Optional.empty();
    }

    @Override
    @Transactional
    public void setEnabled(UserId user, boolean enabled, Actor by) {
        Account account = locked(user);
        if (!enabled && account instanceof StaffAccount staff) {
            mustLeaveAnAdmin(staff);
        }
        account.setEnabled(enabled);
        record(by, enabled ? "enable-account" : "disable-account", account, Map.of());
    }

    @Override
    @Transactional
    public void changePassword(UserId user, String newPassword, Actor by) {
        Account account = locked(user);
        account.changePassword(passwords.hash(newPassword, account.login()));
        record(by, "change-password", account, Map.of());
    }

    private Login free(String wanted) {
        Login login = Login.chosen(wanted);
        accounts.reserveLogin(login.key());
        if (accounts.existsByLoginKey(login.key())) {
            throw new LoginTaken(login.shown());
        }
        return login;
    }

    private Account locked(UserId user) {
        return accounts.lockById(user.value())
                .orElseThrow(() -> new IllegalArgumentException("No account " + user));
    }

    private void mustLeaveAnAdmin(StaffAccount leaving) {
        // Two who take the role from each other at once wait for each other here.
        teamRoles.lock();
        if (leaving.isAdmin() && accounts.admins().size() == 1) {
            throw new IllegalStateException("The last administrator stays one");
        }
    }

    private void record(Actor by, String action, Account account, Map<String, String> details) {
        audit.record(new AuditEntry(by, action, "account", account.login().shown(), "", details));
    }

    private static String names(Set<? extends Enum<?>> set) {
        return String.join(" ", set.stream().map(Enum::name).sorted().toList());
    }
}
