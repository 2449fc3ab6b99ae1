package io.mallhub.gateway.rest;

import io.mallhub.gateway.internal.Calls;
import io.mallhub.gateway.internal.Doorkeeper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The door of programs of ERPs: a key or a token with every request, no cookie, no session. */
@Configuration(proxyBeanMethods = false)
class RestDoor {
    @Bean
    @Order(15)
    SecurityFilterChain erpApiDoor(
            HttpSecurity http, Doorkeeper doorkeeper, Calls calls, Problems problems) {
        return http.securityMatcher("/erp-api/**")
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .addFilterBefore(
                        new CallerFilter(doorkeeper, calls, problems), AuthorizationFilter.class)
                .exceptionHandling(
                        errors ->
                                errors.authenticationEntryPoint(problems)
                                        .accessDeniedHandler(problems))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers(HttpMethod.GET, "/erp-api/openapi.yaml")
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .build();
    }
}
