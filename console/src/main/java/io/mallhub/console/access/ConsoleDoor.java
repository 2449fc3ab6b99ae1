package io.mallhub.console.access;

import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.webkit.SafeHeaders;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** The door of the console, built from {@link ConsolePage} and {@link ConsoleAct}. */
@Configuration(proxyBeanMethods = false)
class ConsoleDoor {
    static final String SIGN_IN = "/console/sign-in";

    @Bean
    @Order(30)
    SecurityFilterChain staffDoor(HttpSecurity http, Accounts accounts) {
        return http.securityMatcher("/console", "/console/**")
                .authenticationProvider(new StaffAuthentication(accounts))
                .securityContext(context -> context.securityContextRepository(ownContext()))
                .authorizeHttpRequests(ConsoleDoor::rules)
                .formLogin(
                        login ->
                                login.loginPage(SIGN_IN)
                                        .defaultSuccessUrl("/console")
                                        .failureUrl(SIGN_IN + "?refused"))
                .logout(
                        logout ->
                                logout.logoutUrl("/console/sign-out")
                                        .logoutSuccessUrl(SIGN_IN + "?bye"))
                .exceptionHandling(
                        refusal -> refusal.authenticationEntryPoint(new ToSignIn(SIGN_IN)))
                .headers(new SafeHeaders())
                .addFilterBefore(new StaffStillEnabled(accounts), AuthorizationFilter.class)
                .build();
    }

    /** Kept apart from the buyers' sign-in, which lives in the same browser session. */
    private static HttpSessionSecurityContextRepository ownContext() {
        HttpSessionSecurityContextRepository repository =
                new HttpSessionSecurityContextRepository();
        repository.setSpringSecurityContextKey("CONSOLE_SIGN_IN");
        return repository;
    }

    private static void rules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
                    door) {
        door.requestMatchers(SIGN_IN).permitAll();
        for (ConsoleAct act : ConsoleAct.values()) {
            door.requestMatchers(HttpMethod.POST, act.path())
                    .hasAnyAuthority(authorities(act.roles(), act.isTask()));
        }
        door.requestMatchers(HttpMethod.POST, "/console/**").denyAll();
        for (ConsolePage page : ConsolePage.values()) {
            if (page != ConsolePage.HOME) {
                door.requestMatchers(HttpMethod.GET, page.path(), page.path() + "/**")
                        .hasAnyAuthority(authorities(page.roles(), true));
            }
        }
        door.requestMatchers(HttpMethod.GET, "/console")
                .hasAnyAuthority(authorities(ConsolePage.HOME.roles(), true));
        door.anyRequest().denyAll();
    }

    /**
     * @param alsoGiven whether a role that a colleague gave suffices
     */
    private static String[] authorities(Set<Role> roles, boolean alsoGiven) {
        return roles.stream()
                .flatMap(
                        role ->
                                alsoGiven
                                        ? Stream.of(
                                                StaffAuthentication.own(role),
                                                StaffAuthentication.given(role))
                                        : Stream.of(StaffAuthentication.own(role)))
                .toArray(String[]::new);
    }
}
