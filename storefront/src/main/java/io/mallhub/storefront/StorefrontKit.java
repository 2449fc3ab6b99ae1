package io.mallhub.storefront;

import io.mallhub.webkit.MessageBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the storefront adds to the web kit. */
@Configuration(proxyBeanMethods = false)
class StorefrontKit {
    @Bean
    MessageBundle storefrontTexts() {
        return new MessageBundle("i18n/storefront");
    }
}
