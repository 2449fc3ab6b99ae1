package io.mallhub.simulator.soap;

import io.mallhub.simulator.SimulatorSettings;
import java.util.List;
import java.util.Map;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.apache.cxf.bus.spring.SpringBus;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.transport.servlet.CXFServlet;
import org.apache.cxf.ws.security.wss4j.WSS4JInInterceptor;
import org.apache.wss4j.common.ConfigurationConstants;
import org.apache.wss4j.common.ext.WSPasswordCallback;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Publishes the endpoint at {@code /ws/HT2005}, open only to the UsernameToken of the interface
 * user.
 */
@Configuration(proxyBeanMethods = false)
class SoapConfiguration {

    @Bean(destroyMethod = "shutdown")
    SpringBus cxf() {
        return new SpringBus();
    }

    @Bean
    ServletRegistrationBean<CXFServlet> cxfServlet() {
        ServletRegistrationBean<CXFServlet> registration =
                new ServletRegistrationBean<>(new CXFServlet(), "/ws/*");
        registration.setLoadOnStartup(1);
        registration.addInitParameter("hide-service-list-page", "true");
        return registration;
    }

    @Bean
    EndpointImpl ht2005(
            SpringBus bus,
            PayloadSchema schema,
            List<SoapOperation> operations,
            SimulatorSettings settings) {
        EndpointImpl endpoint = new EndpointImpl(bus, new Ht2005Endpoint(schema, operations));
        endpoint.getInInterceptors()
                .add(
                        new WSS4JInInterceptor(
                                Map.of(
                                        ConfigurationConstants.ACTION,
                                        ConfigurationConstants.USERNAME_TOKEN,
                                        // The password type may be left out, as many clients do:
                                        // text is its default.
                                        ConfigurationConstants.IS_BSP_COMPLIANT,
                                        "false",
                                        ConfigurationConstants.PW_CALLBACK_REF,
                                        passwordOf(settings))));
        endpoint.publish("/HT2005");
        return endpoint;
    }

    /**
     * Leaves the password of an unknown user empty: WSS4J then refuses the token, text or digest.
     */
    private static CallbackHandler passwordOf(SimulatorSettings settings) {
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (callback instanceof WSPasswordCallback password
                        && settings.soapUser().equals(password.getIdentifier())) {
                    password.setPassword(settings.soapPassword());
                }
            }
        };
    }
}
