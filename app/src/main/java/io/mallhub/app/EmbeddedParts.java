package io.mallhub.app;

import io.mallhub.runtime.DataDirectory;
import io.mallhub.runtime.DataDirectoryInUse;
import io.mallhub.runtime.PortTaken;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.support.EnvironmentPostProcessorApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the embedded parts as soon as the settings are known, before any bean exists, and adds
 * their addresses to the settings. They end after the application context, so that workers and
 * routes never lose them first.
 */
public final class EmbeddedParts
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /**
     * After the settings have been read, before the log is opened: its file lies in the data
     * folder.
     */
    @Override
    public int getOrder() {
        return EnvironmentPostProcessorApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        ConfigurationPropertySources.attach(environment);
        EmbeddedSettings settings =
                Binder.get(environment).bindOrCreate("mallhub.embedded", EmbeddedSettings.class);
        try {
            if (settings.reset()) {
                reset(settings);
            }
            RequiredSettings.check(environment, settings);
            if (settings.any()) {
                Map<String, Object> addresses =
                        start(settings, environment, event.getSpringApplication());
                environment
                        .getPropertySources()
                        .addFirst(new MapPropertySource("embedded parts", addresses));
            } else {
                event.getSpringApplication().addListeners(new Welcome(Optional.empty()));
            }
        } catch (DataDirectoryInUse
                | PortTaken
                | IllegalArgumentException
                | IllegalStateException refused) {
            Terminal.refuse(refused);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Terminal.refuse(e);
        }
    }

    private static void reset(EmbeddedSettings settings) {
        try (DataDirectory directory = DataDirectory.open(settings.data(), Clock.systemUTC())) {
            directory.empty();
            Terminal.say("reset", "emptied " + directory.path());
        }
        System.exit(0);
    }

    private static Map<String, Object> start(
            EmbeddedSettings settings, ConfigurableEnvironment environment, SpringApplication hub)
            throws InterruptedException {
        DataDirectory directory = DataDirectory.open(settings.data(), Clock.systemUTC());
        Parts parts = new Parts(directory, settings);
        UnfinishedStart.watch(hub, parts);
        SpringApplication.getShutdownHandlers().add(parts::close);
        hub.addListeners(new Welcome(Optional.of(parts)));
        return parts.start(environment);
    }
}
