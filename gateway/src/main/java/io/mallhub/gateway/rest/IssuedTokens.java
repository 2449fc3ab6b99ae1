package io.mallhub.gateway.rest;

import io.mallhub.gateway.internal.Tokens;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.stereotype.Component;

/** Keeps access tokens as digests; nothing else of an authorization is ever asked for. */
@Component
class IssuedTokens implements OAuth2AuthorizationService {
    private final Tokens tokens;

    IssuedTokens(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        tokens.keep(
                authorization.getRegisteredClientId(),
                Objects.requireNonNull(authorization.getAccessToken()).getToken().getTokenValue());
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        throw new UnsupportedOperationException("Tokens end by time, or with their client");
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return null;
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return null;
    }
}
