package io.mallhub;

import io.mallhub.app.EmbeddedParts;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The hub. Beans are named by their whole class name: contexts may use the same simple name, such
 * as a sign-in page.
 *
 * <p>Settings are described in {@code docs/settings.md}.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
@EnableAsync
@EnableScheduling
public class MallHub {
    public static void main(String[] args) {
        SpringApplication hub = new SpringApplication(MallHub.class);
        hub.addListeners(new EmbeddedParts());
        hub.run(args);
    }
}
