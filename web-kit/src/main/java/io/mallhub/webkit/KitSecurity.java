package io.mallhub.webkit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** The doors that belong to no site: static files are open, whole WebJars are not. */
@Configuration(proxyBeanMethods = false)
class KitSecurity {
    @Bean
    @Order(10)
    SecurityFilterChain staticFiles(HttpSecurity http) {
        return http.securityMatcher("/kit/**", "/webjars/**")
                .authorizeHttpRequests(
                        door -> door.requestMatchers("/kit/**").permitAll().anyRequest().denyAll())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(
                        headers ->
                                headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    /** No text of the mall holds a null character and the database takes none: refused with 400. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /** Every site brings its own sign-in; without this Boot would make up a user of its own. */
    @Bean
    AuthenticationManager nobodySignsInGlobally() {
        return attempt -> {
            throw new BadCredentialsException("No sign-in outside the sites");
        };
    }
}
