package io.mallhub.simulator;

import io.mallhub.simulator.office.OfficeGate;
import io.mallhub.simulator.office.SameOriginGate;
import io.mallhub.simulator.rest.ApiKeyGate;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Which gate stands before which path. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final ApiKeyGate apiKey;
    private final OfficeGate office;

    WebConfiguration(ApiKeyGate apiKey, OfficeGate office) {
        this.apiKey = apiKey;
        this.office = office;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(apiKey).addPathPatterns("/api/**");
        registry.addInterceptor(new SameOriginGate()).addPathPatterns("/admin/**", "/office/**");
        registry.addInterceptor(office)
                .addPathPatterns("/office/**")
                .excludePathPatterns("/office/login");
    }
}
