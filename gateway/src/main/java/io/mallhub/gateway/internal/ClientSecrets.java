package io.mallhub.gateway.internal;

import io.mallhub.binding.SealedColumn;
import io.mallhub.binding.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Secrets of API clients that sign in with digests. Once lost, such a client signs in by every way
 * but that.
 */
@Configuration(proxyBeanMethods = false)
class ClientSecrets {
    @Bean
    SealedColumn secretsOfClients(JdbcClient jdbc) {
        return new Column("secret_box", jdbc);
    }

    @Bean
    SealedColumn previousSecretsOfClients(JdbcClient jdbc) {
        return new Column("previous_box", jdbc);
    }

    private record Column(String column, JdbcClient jdbc) implements SealedColumn {
        @Override
        public String table() {
            return "api_client";
        }

        @Override
        public String key() {
            return "id";
        }

        @Override
        public String owner(String key) {
            return key;
        }

        @Override
        public void giveUp(String key, Secrets secrets) {
            jdbc.sql("update api_client set " + column + " = null where id = :id")
                    .param("id", key)
                    .update();
        }
    }
}
