package io.mallhub;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.simulator.material.Materials;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Another application of this root package, with the simulator on its class path. */
class KeptOutTest {

    @SpringBootApplication(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
            })
    static class Other {}

    @Test
    void itPicksUpNoBeanOfTheSimulator() {
        SpringApplication other = new SpringApplication(Other.class);
        other.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = other.run()) {
            assertThat(context.getBeansOfType(Materials.class)).isEmpty();
            assertThat(
                            Arrays.stream(context.getBeanDefinitionNames())
                                    .map(context::getType)
                                    .filter(type -> type != null)
                                    .map(Class::getName))
                    .noneMatch(name -> name.startsWith("io.mallhub.simulator."));
        }
    }
}
