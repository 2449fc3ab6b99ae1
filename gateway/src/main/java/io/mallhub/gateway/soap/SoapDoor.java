package io.mallhub.gateway.soap;

import io.mallhub.gateway.internal.Calls;
import io.mallhub.gateway.internal.Doorkeeper;
import io.mallhub.gateway.internal.Fetchings;
import io.mallhub.gateway.internal.GatewaySettings;
import io.mallhub.gateway.internal.UsedNonces;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.callback.CallbackHandler;
import javax.xml.namespace.QName;
import org.apache.cxf.bus.spring.SpringBus;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.transport.servlet.CXFServlet;
import org.apache.cxf.ws.security.SecurityConstants;
import org.apache.wss4j.common.ConfigurationConstants;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Publishes the contract and its endpoints: SOAP 1.1 at /services/erp, 1.2 at /services/erp12. */
@Configuration(proxyBeanMethods = false)
class SoapDoor {
    private static final String NAMESPACE = "urn:mallhub:erp:1";

    @Bean(destroyMethod = "shutdown")
    SpringBus cxf() {
        return new SpringBus();
    }

    @Bean
    ServletRegistrationBean<CXFServlet> callsOfErps() {
        ServletRegistrationBean<CXFServlet> registration =
                new ServletRegistrationBean<>(new CXFServlet(), "/services/*");
        registration.setLoadOnStartup(1);
        registration.addInitParameter("hide-service-list-page", "true");
        return registration;
    }

    /** Who calls is shown inside the message, so the message is let in as far as that is read. */
    @Bean
    @Order(16)
    SecurityFilterChain erpSoapDoor(HttpSecurity http) {
        return http.securityMatcher("/services/**")
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    MallEndpoint erpCalls(Calls calls, Fetchings kinds, MallFaults faults) {
        return new MallEndpoint(calls, kinds, faults);
    }

    @Bean
    CallerInterceptor erpCaller(
            GatewaySettings settings, Doorkeeper doorkeeper, Calls calls, MallFaults faults) {
        return new CallerInterceptor(tokenRules(settings), doorkeeper, calls, faults);
    }

    @Bean
    EndpointImpl soap11(
            SpringBus bus,
            MallEndpoint mall,
            CallerInterceptor caller,
            Doorkeeper doorkeeper,
            UsedNonces nonces,
            GatewaySettings settings) {
        return published(bus, mall, caller, doorkeeper, nonces, settings, "Mall11Port", "/erp");
    }

    @Bean
    EndpointImpl soap12(
            SpringBus bus,
            MallEndpoint mall,
            CallerInterceptor caller,
            Doorkeeper doorkeeper,
            UsedNonces nonces,
            GatewaySettings settings) {
        return published(bus, mall, caller, doorkeeper, nonces, settings, "Mall12Port", "/erp12");
    }

    private static EndpointImpl published(
            SpringBus bus,
            MallEndpoint mall,
            CallerInterceptor caller,
            Doorkeeper doorkeeper,
            UsedNonces nonces,
            GatewaySettings settings,
            String port,
            String path) {
        EndpointImpl endpoint = new EndpointImpl(bus, mall);
        endpoint.setWsdlLocation("classpath:wsdl/erp.wsdl");
        endpoint.setServiceName(new QName(NAMESPACE, "MallService"));
        endpoint.setEndpointName(new QName(NAMESPACE, port));
        endpoint.setProperties(properties(settings, new TokenCheck(doorkeeper, nonces)));
        endpoint.getInInterceptors().add(new StrictMessage());
        endpoint.getInInterceptors().add(caller);
        endpoint.publish(path);
        return endpoint;
    }

    private static Map<String, Object> properties(GatewaySettings settings, TokenCheck check) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(Message.SCHEMA_VALIDATION_ENABLED, "IN");
        properties.put(Message.MTOM_ENABLED, "false");
        properties.put("autoRewriteSoapAddressForAllServices", "true");
        properties.put(StaxUtils.MAX_CHILD_ELEMENTS, settings.elements());
        properties.put(StaxUtils.MAX_ELEMENT_COUNT, (long) settings.elements());
        properties.put(StaxUtils.MAX_ELEMENT_DEPTH, settings.depth());
        properties.put(StaxUtils.MAX_ATTRIBUTE_COUNT, 50);
        properties.put(StaxUtils.MAX_ATTRIBUTE_SIZE, 10_000);
        properties.put(StaxUtils.MAX_TEXT_LENGTH, 100_000);
        properties.put(SecurityConstants.USERNAME_TOKEN_VALIDATOR, check);
        // Ours are in the database, where all nodes see them.
        properties.put(SecurityConstants.ENABLE_NONCE_CACHE, "false");
        properties.put(SecurityConstants.ENABLE_TIMESTAMP_CACHE, "false");
        return properties;
    }

    private static Map<String, Object> tokenRules(GatewaySettings settings) {
        String skew = String.valueOf(settings.clockSkew().toSeconds());
        CallbackHandler none = callbacks -> {};
        return Map.of(
                ConfigurationConstants.ACTION,
                ConfigurationConstants.USERNAME_TOKEN,
                // The password type may be left out, as many clients do: text is its default.
                ConfigurationConstants.IS_BSP_COMPLIANT,
                "false",
                ConfigurationConstants.TTL_USERNAMETOKEN,
                skew,
                ConfigurationConstants.TTL_FUTURE_USERNAMETOKEN,
                skew,
                ConfigurationConstants.PW_CALLBACK_REF,
                none);
    }
}
