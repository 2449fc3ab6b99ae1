package io.mallhub.simulator;

import io.mallhub.runtime.DataDirectory;
import io.mallhub.runtime.PartListener;
import io.mallhub.runtime.PostgresServer;
import io.mallhub.runtime.PostgresSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A PostgreSQL of its own for a simulator that was started without a data source URL. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", havingValue = "none", matchIfMissing = true)
class EmbeddedDatabase {

    @Bean(destroyMethod = "close")
    DataDirectory dataDirectory(SimulatorSettings settings, Clock clock) {
        return DataDirectory.open(settings.data(), clock);
    }

    @Bean(destroyMethod = "close")
    PostgresServer postgres(DataDirectory directory) {
        return PostgresServer.start(directory, PostgresSettings.standard(), PartListener.none());
    }

    @Bean
    JdbcConnectionDetails database(PostgresServer server) {
        String url = server.createDatabase("ht2005");
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return server.user();
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }
}
