package io.mallhub.benchmark.echo;

import org.apache.cxf.Bus;
import org.apache.cxf.BusFactory;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** CXF as it comes: no schema, no limits, no one asked who he is. */
@Configuration(proxyBeanMethods = false)
class EchoService {
    @Bean
    ServletRegistrationBean<CXFNonSpringServlet> echoes(JdbcClient jdbc) {
        Bus own = BusFactory.newInstance().createBus();
        new EndpointImpl(own, new Answers()).publish("/stock");
        new EndpointImpl(own, new Keeping(jdbc)).publish("/kept");
        CXFNonSpringServlet servlet = new CXFNonSpringServlet();
        servlet.setBus(own);
        return new ServletRegistrationBean<>(servlet, "/echo/*");
    }

    @Bean
    @Order(1)
    SecurityFilterChain echoDoor(HttpSecurity http) {
        return http.securityMatcher("/echo/**")
                .csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }
}
