package io.mallhub.console.access;

import io.mallhub.identity.Accounts;
import io.mallhub.identity.SignIn;
import io.mallhub.identity.StaffView;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Signs staff in through {@link Accounts}. Every refusal looks the same from outside. */
class StaffAuthentication implements AuthenticationProvider {
    private final Accounts accounts;

    StaffAuthentication(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        Object password = attempt.getCredentials();
        if (password == null) {
            throw refused();
        }
        return switch (accounts.signInStaff(attempt.getName(), password.toString())) {
            case SignIn.Staff welcome -> signedIn(welcome.staff());
            case SignIn.Buyer _, SignIn.Refused _ -> throw refused();
        };
    }

    /** With what he may by now as authorities: the door asks for one permission each time. */
    static Authentication signedIn(StaffView staff) {
        return UsernamePasswordAuthenticationToken.authenticated(
                staff, null, AuthorityUtils.createAuthorityList(staff.permissions()));
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("Login or password is wrong, or the login is locked");
    }

    @Override
    public boolean supports(@Nullable Class<?> attempt) {
        return attempt == UsernamePasswordAuthenticationToken.class;
    }
}
