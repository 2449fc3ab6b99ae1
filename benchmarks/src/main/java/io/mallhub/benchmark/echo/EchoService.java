package io.mallhub.benchmark.echo;

import org.apache.cxf.bus.spring.SpringBus;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.transport.servlet.CXFServlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** CXF as it comes: no schema, no limits, no one asked who he is. */
@Configuration(proxyBeanMethods = false)
class EchoService {
    @Bean(destroyMethod = "shutdown")
    SpringBus echoBus() {
        SpringBus bus = new SpringBus();
        EndpointImpl endpoint = new EndpointImpl(bus, new Answers());
        endpoint.publish("/stock");
        return bus;
    }

    @Bean
    ServletRegistrationBean<CXFServlet> echoes(SpringBus echoBus) {
        CXFServlet servlet = new CXFServlet();
        servlet.setBus(echoBus);
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
