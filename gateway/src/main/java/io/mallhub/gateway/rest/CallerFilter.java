package io.mallhub.gateway.rest;

import io.mallhub.gateway.internal.CallFilter;
import io.mallhub.gateway.internal.CallRefused;
import io.mallhub.gateway.internal.Caller;
import io.mallhub.gateway.internal.Calls;
import io.mallhub.gateway.internal.Doorkeeper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Knows the caller by X-Api-Key or by an access token; lets it in as often as it may call. */
class CallerFilter extends OncePerRequestFilter {
    private static final String BEARER = "bearer ";

    private final Doorkeeper doorkeeper;
    private final Calls calls;
    private final Problems problems;

    CallerFilter(Doorkeeper doorkeeper, Calls calls, Problems problems) {
        this.doorkeeper = doorkeeper;
        this.calls = calls;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> caller = caller(request);
        if (caller.isPresent()) {
            CallFilter.note(request).by(caller.get());
            try {
                calls.admit(caller.get());
            } catch (CallRefused refused) {
                problems.write(refused, request, response);
                return;
            }
            SecurityContextHolder.getContext()
                    .setAuthentication(new CallerAuthentication(caller.get()));
        }
        chain.doFilter(request, response);
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        String key = request.getHeader("X-Api-Key");
        if (key != null) {
            return doorkeeper.byKey(key.strip());
        }
        String shown = request.getHeader("Authorization");
        return shown != null && shown.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? doorkeeper.byToken(shown.substring(BEARER.length()).strip())
                : Optional.empty();
    }
}
