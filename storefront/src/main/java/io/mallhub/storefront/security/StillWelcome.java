package io.mallhub.storefront.security;

import io.mallhub.identity.Accounts;
import io.mallhub.identity.BuyerView;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the buyer's account anew for each request: a disabled account loses its open sessions at
 * once, a changed password those opened under the old one, and changed rights hold from the next
 * click.
 */
class StillWelcome extends OncePerRequestFilter {
    private final Accounts accounts;

    StillWelcome(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedInBuyer known) {
            Optional<BuyerView> buyer =
                    accounts.buyer(known.login())
                            .filter(BuyerView::enabled)
                            .filter(now -> now.passwordVersion() == known.passwordVersion());
            if (buyer.isPresent()) {
                welcome(request, buyer.get());
            } else {
                turnAway(request);
            }
        }
        chain.doFilter(request, response);
    }

    private static void welcome(HttpServletRequest request, BuyerView buyer) {
        SecurityContext fresh = SecurityContextHolder.createEmptyContext();
        fresh.setAuthentication(BuyerAuthentication.signedIn(buyer));
        SecurityContextHolder.setContext(fresh);
        request.setAttribute(CurrentBuyer.ATTRIBUTE, buyer);
    }

    private static void turnAway(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
