package io.mallhub.processes.alert;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Whom to alert, and of what. Without e-mails and webhooks nobody is.
 *
 * @param emails addresses; need {@code spring.mail.host}
 * @param from sender of these mails
 * @param webhooks called with POST
 * @param allowedHosts hosts that webhooks may have, also inside the own network; empty: any public
 *     one
 * @param every how often the rules are looked at
 * @param lag seconds that read models may be behind
 * @param overdue tasks at one step that may be overdue
 * @param ledgers how often the ledgers prove that their balances are the sums of their entries
 * @param page address of the console, for links; empty: none
 */
@Validated
@ConfigurationProperties("mallhub.alerts")
record AlertSettings(
        @DefaultValue List<String> emails,
        @DefaultValue("mallhub@localhost") String from,
        @DefaultValue List<Webhook> webhooks,
        @DefaultValue Set<String> allowedHosts,
        @DefaultValue("30s") Duration every,
        @DefaultValue("1m") Duration lag,
        @DefaultValue("0") int overdue,
        @DefaultValue("1h") Duration ledgers,
        @DefaultValue("") String page) {

    /**
     * @param secret key of the signature, as agreed with the receiver
     */
    record Webhook(URI url, String secret) {
        @Override
        public String toString() {
            return "Webhook[" + url + "]";
        }
    }
}
