package io.mallhub.webkit;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param demo known logins exist: every page says so
 * @param zone zone in which times are shown
 */
@ConfigurationProperties("mallhub")
record KitSettings(
        @DefaultValue("false") boolean demo, @DefaultValue("Asia/Shanghai") ZoneId zone) {}
