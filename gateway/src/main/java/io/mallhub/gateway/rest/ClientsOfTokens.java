package io.mallhub.gateway.rest;

import io.mallhub.gateway.ApiClients;
import io.mallhub.gateway.internal.GatewaySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/** The API clients as OAuth2 knows clients. Its secret stands for the id: see {@link TokenDoor}. */
@Component
class ClientsOfTokens implements RegisteredClientRepository {
    private final ApiClients clients;
    private final GatewaySettings settings;

    ClientsOfTokens(ApiClients clients, GatewaySettings settings) {
        this.clients = clients;
        this.settings = settings;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Clients are made in the console");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String id) {
        return clients.client(id).isEmpty()
                ? null
                : RegisteredClient.withId(id)
                        .clientId(id)
                        .clientSecret(id)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                        .tokenSettings(
                                TokenSettings.builder()
                                        .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                                        .accessTokenTimeToLive(settings.token())
                                        .build())
                        .build();
    }
}
