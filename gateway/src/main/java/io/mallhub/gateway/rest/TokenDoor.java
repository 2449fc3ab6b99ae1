package io.mallhub.gateway.rest;

import io.mallhub.gateway.internal.CallFilter;
import io.mallhub.gateway.internal.Doorkeeper;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.OAuth2AccessTokenGenerator;
import org.springframework.security.web.SecurityFilterChain;

/** Access tokens for client credentials, and nothing else that OAuth2 knows. */
@Configuration(proxyBeanMethods = false)
class TokenDoor {
    static final String PATH = CallFilter.FORMS;

    @Bean
    @Order(14)
    SecurityFilterChain tokensOfErps(
            HttpSecurity http,
            ClientsOfTokens clients,
            IssuedTokens tokens,
            Doorkeeper doorkeeper) {
        OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
        return http.securityMatcher(PATH)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .with(
                        server,
                        it ->
                                it.registeredClientRepository(clients)
                                        .authorizationService(tokens)
                                        .tokenGenerator(new OAuth2AccessTokenGenerator())
                                        .authorizationServerSettings(
                                                AuthorizationServerSettings.builder()
                                                        .tokenEndpoint(PATH)
                                                        .build())
                                        .clientAuthentication(
                                                client ->
                                                        client.authenticationProviders(
                                                                all ->
                                                                        all.forEach(
                                                                                one ->
                                                                                        check(
                                                                                                one,
                                                                                                doorkeeper)))))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    private static void check(Object provider, Doorkeeper doorkeeper) {
        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
            secrets.setPasswordEncoder(new SecretOfClient(doorkeeper));
        }
    }

    /** Secrets may be two for a while, so the one who knows them compares. */
    private record SecretOfClient(Doorkeeper doorkeeper) implements PasswordEncoder {
        @Override
        public String encode(@Nullable CharSequence secret) {
            throw new UnsupportedOperationException("Secrets are made in the console");
        }

        @Override
        public boolean matches(@Nullable CharSequence shown, @Nullable String id) {
            return shown != null
                    && id != null
                    && doorkeeper.bySecret(id, shown.toString()).isPresent();
        }
    }
}
