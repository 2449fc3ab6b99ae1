package io.mallhub.simulator;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * Hides the simulator's beans from every {@code @SpringBootApplication} that scans {@code
 * io.mallhub} with this jar on its class path, as tests that use the fixture do. {@link
 * SimulatorApplication} scans without such filters.
 */
final class KeptOutOfOtherApplications
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("simulatorKeptOut", new ByPackage());
    }

    private static final class ByPackage extends TypeExcludeFilter {

        private static final String PACKAGE = SimulatorApplication.class.getPackageName() + ".";

        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) {
            return reader.getClassMetadata().getClassName().startsWith(PACKAGE);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof ByPackage;
        }

        @Override
        public int hashCode() {
            return ByPackage.class.hashCode();
        }
    }
}
