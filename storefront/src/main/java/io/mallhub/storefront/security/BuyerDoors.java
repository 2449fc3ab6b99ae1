package io.mallhub.storefront.security;

import io.mallhub.identity.Accounts;
import io.mallhub.openness.Openness;
import io.mallhub.storefront.api.ApiRefusals;
import io.mallhub.webkit.SafeHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The two doors of buyers: the REST API and the pages. Staff has its own (console). */
@Configuration(proxyBeanMethods = false)
class BuyerDoors {
    /**
     * Stateless: the credentials come with each request. No cookie is read and no browser is ever
     * asked to remember a password here (the 401 carries no challenge), so a foreign page has
     * nothing to misuse.
     */
    @Bean
    @Order(20)
    SecurityFilterChain apiDoor(
            HttpSecurity http, Accounts accounts, Openness openness, ApiRefusals refusals) {
        return http.securityMatcher("/api/**")
                .authenticationProvider(new BuyerAuthentication(accounts))
                .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(refusals)
                                        .accessDeniedHandler(refusals))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new StillWelcome(accounts), AuthorizationFilter.class)
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(HttpMethod.GET, "/api/openapi.yaml")
                                        .access(new CatalogueDoor(openness))
                                        .requestMatchers(
                                                HttpMethod.POST,
                                                "/api/orders/*/transfers",
                                                "/api/orders/*/transfers/credit")
                                        .hasAnyAuthority(
                                                BuyerAuthority.ORDER, BuyerAuthority.FINANCE)
                                        .requestMatchers("/api/prepaid", "/api/prepaid/**")
                                        .hasAuthority(BuyerAuthority.FINANCE)
                                        .requestMatchers(HttpMethod.POST, "/api/coupons")
                                        .hasAuthority(BuyerAuthority.ORDER)
                                        .requestMatchers(HttpMethod.POST, "/api/orders/**")
                                        .hasAuthority(BuyerAuthority.ORDER)
                                        .anyRequest()
                                        .hasAuthority(BuyerAuthority.BUYER))
                .build();
    }

    /**
     * The payment provider's own door. It has no session and no token; what it tells counts by its
     * signature, and for no other path is that so.
     */
    @Bean
    @Order(25)
    SecurityFilterChain providerDoor(HttpSecurity http) {
        return http.securityMatcher("/payments/notify/*")
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(HttpMethod.POST, "/payments/notify/*")
                                        .permitAll()
                                        .anyRequest()
                                        .denyAll())
                .build();
    }

    /**
     * Guests may register and, as long as the mall is open to them, look at the catalogue; the rest
     * is for signed-in buyers.
     */
    @Bean
    @Order(100)
    SecurityFilterChain storefrontDoor(HttpSecurity http, Accounts accounts, Openness openness) {
        return http.securityMatcher("/**")
                .authenticationProvider(new BuyerAuthentication(accounts))
                .formLogin(login -> login.loginPage("/login").defaultSuccessUrl("/").permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/"))
                .headers(new SafeHeaders())
                .addFilterBefore(new StillWelcome(accounts), AuthorizationFilter.class)
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(GUESTS)
                                        .permitAll()
                                        .requestMatchers(CATALOGUE)
                                        .access(new CatalogueDoor(openness))
                                        .requestMatchers("/actuator/**")
                                        .denyAll()
                                        .requestMatchers("/cart/**")
                                        .hasAuthority(BuyerAuthority.ORDER)
                                        .requestMatchers(
                                                "/prepaid",
                                                "/prepaid/**",
                                                "/statement",
                                                "/statement/**")
                                        .hasAuthority(BuyerAuthority.FINANCE)
                                        .requestMatchers(HttpMethod.POST, "/coupons/**")
                                        .hasAuthority(BuyerAuthority.ORDER)
                                        .requestMatchers(HttpMethod.POST, "/returns/**")
                                        .hasAuthority(BuyerAuthority.ORDER)
                                        .requestMatchers(HttpMethod.POST, "/recalls/**")
                                        .hasAuthority(BuyerAuthority.ORDER)
                                        .requestMatchers(
                                                "/orders/*/pay",
                                                "/orders/*/transfer",
                                                "/orders/*/transfer/credit")
                                        .hasAnyAuthority(
                                                BuyerAuthority.ORDER, BuyerAuthority.FINANCE)
                                        .requestMatchers(HttpMethod.POST, "/orders/**")
                                        .hasAuthority(BuyerAuthority.ORDER)
                                        .requestMatchers(HttpMethod.POST, "/company/renewals/**")
                                        .hasAuthority(BuyerAuthority.MANAGE)
                                        .requestMatchers(HttpMethod.POST, "/registration/**")
                                        .hasAuthority(BuyerAuthority.MANAGE)
                                        .requestMatchers("/registration/documents/**")
                                        .hasAuthority(BuyerAuthority.MANAGE)
                                        .anyRequest()
                                        .hasAuthority(BuyerAuthority.BUYER))
                .build();
    }

    private static final String[] GUESTS = {
        "/login", "/register", "/error", "/favicon.ico", "/s/*", "/actuator/health/**"
    };

    private static final String[] CATALOGUE = {"/", "/products", "/products/**"};
}
