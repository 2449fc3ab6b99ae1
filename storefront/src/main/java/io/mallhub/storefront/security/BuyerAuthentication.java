package io.mallhub.storefront.security;

import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerView;
import io.mallhub.identity.SignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Signs buyers in through {@link Accounts}. Every refusal looks the same from outside. */
class BuyerAuthentication implements AuthenticationProvider {
    private final Accounts accounts;

    BuyerAuthentication(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        Object password = attempt.getCredentials();
        if (password == null) {
            throw refused();
        }
        return switch (accounts.signInBuyer(attempt.getName(), password.toString())) {
            case SignIn.Buyer welcome -> signedIn(welcome.buyer());
            case SignIn.Staff _, SignIn.Refused _ -> throw refused();
        };
    }

    static Authentication signedIn(BuyerView buyer) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedInBuyer(buyer.login(), buyer.passwordVersion()),
                null,
                BuyerAuthority.of(buyer.rights()));
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("Login or password is wrong, or the login is locked");
    }

    @Override
    public boolean supports(@Nullable Class<?> attempt) {
        return attempt == UsernamePasswordAuthenticationToken.class;
    }
}
