package io.mallhub.notification.internal;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param language of what is sent outside the mall
 */
@ConfigurationProperties("mallhub.notifications")
record NoticeSettings(@DefaultValue("zh") Locale language) {}
