package io.mallhub.webkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese first, English complete; {@code ?lang=en} switches and is remembered for a year. */
@Configuration(proxyBeanMethods = false)
class Languages implements WebMvcConfigurer {
    @Bean
    MessageBundle wordTexts() {
        return new MessageBundle("i18n/words");
    }

    @Bean
    MessageBundle kitTexts() {
        return new MessageBundle("i18n/kit");
    }

    @Bean
    MessageSource messageSource(List<MessageBundle> bundles) {
        ResourceBundleMessageSource source = new ResourceBundleMessageSource();
        bundles.forEach(bundle -> source.addBasenames(bundle.basename()));
        source.setDefaultEncoding(StandardCharsets.UTF_8.name());
        source.setFallbackToSystemLocale(false);
        return source;
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new OurLocales();
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    /** Whatever is asked for, the answer is one of the two languages there are. */
    private static final class OurLocales extends CookieLocaleResolver {
        OurLocales() {
            super("lang");
        }

        @Override
        protected java.util.@org.jspecify.annotations.Nullable Locale parseLocaleValue(
                String value) {
            return value.startsWith("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        }
    }
}
