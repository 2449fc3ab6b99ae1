package io.mallhub.webkit;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param demo {@code mallhub.demo.enabled}: known logins exist, and every page says so
 * @param zone zone in which times are shown
 */
@ConfigurationProperties("mallhub")
record KitSettings(@DefaultValue Demo demo, @DefaultValue("Asia/Shanghai") ZoneId zone) {
    record Demo(@DefaultValue("false") boolean enabled) {}
}
