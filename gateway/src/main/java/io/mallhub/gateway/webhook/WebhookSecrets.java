package io.mallhub.gateway.webhook;

import io.mallhub.binding.SealedColumn;
import io.mallhub.binding.Secrets;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What signs webhooks. Once lost, receivers refuse what comes until the secret is rotated. */
@Component
class WebhookSecrets implements SealedColumn {
    private final JdbcClient jdbc;

    WebhookSecrets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String table() {
        return "webhook_subscription";
    }

    @Override
    public String key() {
        return "id";
    }

    @Override
    public String column() {
        return "secret_box";
    }

    @Override
    public String owner(String key) {
        return StoredWebhooks.owner(Long.parseLong(key));
    }

    @Override
    public void giveUp(String key, Secrets secrets) {
        jdbc.sql("update webhook_subscription set secret_box = :box where id = :id")
                .param("box", secrets.lock(owner(key), Map.of("current", StoredWebhooks.fresh())))
                .param("id", Long.parseLong(key))
                .update();
    }
}
