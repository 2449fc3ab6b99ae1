package io.mallhub.shared.internal;

import io.mallhub.shared.MallTime;
import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;

/** Found by the component scan of {@code io.mallhub}: the clock, and the settings of the core. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:mall-core.properties")
@ConfigurationPropertiesScan("io.mallhub")
class MallCoreDefaults {
    /** Its zone is the mall's, so that {@code LocalDate.now(clock)} is a date of the mall. */
    @Bean
    Clock clock() {
        return Clock.system(MallTime.ZONE);
    }
}
