package io.mallhub.console.access;

import io.mallhub.identity.Accounts;
import io.mallhub.webkit.SafeHeaders;
import jakarta.servlet.DispatcherType;
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
    static final String DENIED = "/console/denied";

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
                        refusal ->
                                refusal.authenticationEntryPoint(new ToSignIn(SIGN_IN))
                                        .accessDeniedHandler(new ToDenied(DENIED)))
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
        // To the page that says what is missing; nothing else in the console forwards.
        door.dispatcherTypeMatchers(DispatcherType.FORWARD).permitAll();
        for (ConsoleAct act : ConsoleAct.values()) {
            door.requestMatchers(HttpMethod.POST, act.path()).hasAuthority(act.permission());
        }
        door.requestMatchers(HttpMethod.POST, "/console/**").denyAll();
        for (ConsolePage page : ConsolePage.values()) {
            if (page != ConsolePage.HOME) {
                door.requestMatchers(HttpMethod.GET, page.path(), page.path() + "/**")
                        .hasAuthority(page.permission());
            }
        }
        door.requestMatchers(HttpMethod.GET, "/console")
                .hasAuthority(ConsolePage.HOME.permission());
        door.anyRequest().denyAll();
    }
}
