package io.mallhub.gateway.rest;

import io.mallhub.gateway.internal.Caller;
import java.io.Serial;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program that has shown who it is. */
final class CallerAuthentication extends AbstractAuthenticationToken {
    @Serial private static final long serialVersionUID = 1L;
    private final transient Caller caller;

    CallerAuthentication(Caller caller) {
        super(List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.client().id();
    }
}
