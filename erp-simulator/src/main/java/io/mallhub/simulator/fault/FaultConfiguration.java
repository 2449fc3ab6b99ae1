package io.mallhub.simulator.fault;

import io.mallhub.simulator.oracle.CallCounter;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the fault filter in front of both protocols. */
@Configuration(proxyBeanMethods = false)
class FaultConfiguration {

    @Bean
    FilterRegistrationBean<FaultFilter> faultFilter(
            FaultSwitches switches,
            FaultEffects effects,
            CallCounter calls,
            Overtaking overtaking) {
        FilterRegistrationBean<FaultFilter> registration =
                new FilterRegistrationBean<>(new FaultFilter(switches, effects, calls, overtaking));
        registration.addUrlPatterns("/ws/*", "/api/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectionValve() {
        return factory -> factory.addEngineValves(new ConnectionValve());
    }
}
