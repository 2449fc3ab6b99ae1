package io.mallhub;

import io.mallhub.app.EmbeddedParts;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The hub. Settings are described in {@code docs/settings.md}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableAsync
@EnableScheduling
public class MallHub {
    public static void main(String[] args) {
        SpringApplication hub = new SpringApplication(MallHub.class);
        hub.addListeners(new EmbeddedParts());
        hub.run(args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
