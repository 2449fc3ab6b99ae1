package io.mallhub.channels;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A channel without its settings is not there: the inbox in the mall still has every notice.
 *
 * @param baseUrl where readers reach the mall, put before the links of notices; empty: no links
 * @param poll how often waiting deliveries are looked for
 * @param lease how long one node may take for a batch before another may send it again
 * @param attempts so many failures end a delivery
 */
@ConfigurationProperties("mallhub.notifications")
record ChannelSettings(
        @DefaultValue("") String baseUrl,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("5m") Duration lease,
        @DefaultValue("10") int attempts,
        @Nullable Email email,
        @Nullable Sms sms,
        @Nullable WeChat wechat) {

    /** The server itself is set by {@code spring.mail.*}. */
    record Email(String from) {}

    /**
     * A gateway that takes JSON: {@code phone}, {@code template}, {@code params}, {@code text}.
     *
     * @param key sent as bearer token
     */
    record Sms(String url, String key) {
        @Override
        public String toString() {
            return "Sms[" + url + "]";
        }
    }

    /**
     * An official account.
     *
     * @param templates the account's template id by the mall's template
     */
    record WeChat(
            @DefaultValue("https://api.weixin.qq.com") String url,
            String appId,
            String secret,
            @DefaultValue Map<String, String> templates) {
        @Override
        public String toString() {
            return "WeChat[" + appId + "]";
        }
    }

    String link(String path) {
        return baseUrl.isEmpty() || path.isEmpty() ? "" : baseUrl + path;
    }
}
