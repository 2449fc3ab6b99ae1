package io.mallhub.console.access;

import io.mallhub.identity.Accounts;
import io.mallhub.identity.StaffView;
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
 * Reads the account anew for each request: a disabled account loses its open sessions at once, and
 * changed roles hold from the next click.
 */
class StaffStillEnabled extends OncePerRequestFilter {
    private final Accounts accounts;

    StaffStillEnabled(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof StaffView known) {
            Optional<StaffView> staff =
                    accounts.staff(known.login())
                            .filter(StaffView::enabled)
                            .filter(now -> now.passwordVersion() == known.passwordVersion());
            staff.ifPresentOrElse(StaffStillEnabled::welcome, () -> turnAway(request));
        }
        chain.doFilter(request, response);
    }

    private static void welcome(StaffView staff) {
        SecurityContext fresh = SecurityContextHolder.createEmptyContext();
        fresh.setAuthentication(StaffAuthentication.signedIn(staff));
        SecurityContextHolder.setContext(fresh);
    }

    private static void turnAway(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
