package io.mallhub.storefront.security;

import io.mallhub.identity.BuyerView;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Signs in someone who has just registered, without asking for the password he typed a moment ago.
 */
@Component
public class FirstSignIn {
    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    /** The session gets a new id, so that one planted before the registration is worth nothing. */
    public void signIn(BuyerView buyer, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(BuyerAuthentication.signedIn(buyer));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}
