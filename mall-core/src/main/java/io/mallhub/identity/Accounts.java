package io.mallhub.identity;

import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Staff and buyer accounts. Logins are unique over both kinds, compared without case. Passwords are
 * kept as Argon2 or bcrypt hashes, 10 to 128 characters.
 */
public interface Accounts {
    /**
     * Checks the password in constant time; 5 failures lock the login for 15 minutes (settings).
     */
    SignIn signInStaff(String login, String password);

    SignIn signInBuyer(String login, String password);

    /** With all he may now: the doors ask for each request. */
    Optional<StaffView> staff(String login);

    Optional<BuyerView> buyer(String login);

    List<BuyerView> buyersOf(CustomerId company);

    Page<StaffView> staff(PageRequest page);

    /** Enabled staff who have the role, or a role of the house with its tasks, by login. */
    List<StaffView> staffWith(Role role);

    /**
     * @throws LoginTaken if any account has the login
     */
    StaffView createStaff(CreateStaff command);

    /**
     * @throws LoginTaken if any account has the login
     */
    BuyerView createBuyer(CreateBuyer command);

    void changeRoles(UserId staff, Set<Role> roles, Actor by);

    /**
     * Where customers reach him, beside prices that are told on request.
     *
     * @param phone digits, blanks, plus and dashes, at most 30 characters; empty for none
     * @return message key of why not: account.phone; empty when it was done
     */
    Optional<String> setPhone(UserId staff, String phone, Actor by);

    /**
     * Takes effect on open sessions too: doors ask {@link #staff(String)} / {@link #buyer(String)}
     * on each request.
     */
    void setEnabled(UserId user, boolean enabled, Actor by);

    /**
     * Sessions opened under the old password are over: doors compare {@code passwordVersion} on
     * each request.
     */
    void changePassword(UserId user, String newPassword, Actor by);

    record CreateStaff(String login, String name, String password, Set<Role> roles, Actor by) {}

    record CreateBuyer(
            CustomerId company,
            String login,
            String name,
            String phone,
            String password,
            Set<BuyerRight> rights) {}

    final class LoginTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public LoginTaken(String login) {
            super("The login " + login + " is taken");
        }
    }
}
