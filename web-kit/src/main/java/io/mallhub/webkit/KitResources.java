package io.mallhub.webkit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceResolverChain;

/** Serves own files under {@code /kit/} and the listed files of WebJars under {@code /kit/lib/}. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:web-kit.properties")
class KitResources implements WebMvcConfigurer {
    private final List<WebJarFiles> files;

    KitResources(List<WebJarFiles> files) {
        this.files = files;
    }

    @Bean
    static WebJarFiles kitWebJarFiles() {
        return new WebJarFiles(
                Set.of(
                        "htmx.org/dist/htmx.min.js",
                        "tabler__core/dist/css/tabler.min.css",
                        "tabler__core/dist/js/tabler.min.js",
                        "tabler__icons-webfont/dist/tabler-icons-outline.min.css",
                        "tabler__icons-webfont/dist/fonts/tabler-icons-outline.woff2"));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/kit/lib/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(7)).cachePublic())
                .resourceChain(true)
                .addResolver(new ListedOnly())
                .addResolver(new LiteWebJarsResourceResolver())
                .addResolver(new PathResourceResolver());
        registry.addResourceHandler("/kit/**")
                .addResourceLocations("classpath:/static/kit/")
                .setCacheControl(CacheControl.noCache());
    }

    private final class ListedOnly extends PathResourceResolver {
        @Override
        protected @Nullable Resource resolveResourceInternal(
                @Nullable HttpServletRequest request,
                String path,
                List<? extends Resource> locations,
                ResourceResolverChain chain) {
            return files.stream().anyMatch(list -> list.allow(path))
                    ? chain.resolveResource(request, path, locations)
                    : null;
        }
    }
}
