package io.mallhub.storefront.security;

import io.mallhub.openness.Openness;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets every buyer pass, and guests as long as the mall is open to them. Only for a guest it is
 * looked up.
 */
class CatalogueDoor implements AuthorizationManager<RequestAuthorizationContext> {
    private final Openness openness;

    CatalogueDoor(Openness openness) {
        this.openness = openness;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext request) {
        Authentication who = authentication.get();
        boolean isBuyer =
                who != null
                        && who.getAuthorities().stream()
                                .anyMatch(it -> BuyerAuthority.BUYER.equals(it.getAuthority()));
        return new AuthorizationDecision(isBuyer || openness.doors().guestsSeeTheCatalogue());
    }
}
