package io.mallhub.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A hub inside this process, on a database of its own. */
final class Hub implements AutoCloseable {
    private final Database database;
    private final ConfigurableApplicationContext context;

    private Hub(Database database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /**
     * @param parts the application class that says which parts of the hub run
     */
    static Hub start(Class<?> parts, Database database, Map<String, Object> settings) {
        return start(parts, database, settings, WebApplicationType.NONE);
    }

    /** As {@link #start}, listening on a port of its own: {@link #port}. */
    static Hub serve(Class<?> parts, Database database, Map<String, Object> settings) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("server.port", 0);
        return start(parts, database, all, WebApplicationType.SERVLET);
    }

    private static Hub start(
            Class<?> parts,
            Database database,
            Map<String, Object> settings,
            WebApplicationType web) {
        Map<String, Object> all = new LinkedHashMap<>(settings);
        all.put("spring.datasource.url", database.url());
        all.put("spring.datasource.username", database.user());
        all.put("spring.datasource.password", database.password());
        all.put("mallhub.audit.key", "of-a-benchmark-whose-data-nobody-keeps");
        all.put("logging.level.root", "error");
        all.put("logging.level.io.mallhub", "error");
        ConfigurableApplicationContext context =
                new SpringApplicationBuilder(parts)
                        .web(web)
                        .run(
                                all.entrySet().stream()
                                        .map(each -> "--" + each.getKey() + "=" + each.getValue())
                                        .toArray(String[]::new));
        return new Hub(database, context);
    }

    <T> T get(Class<T> facade) {
        return context.getBean(facade);
    }

    int port() {
        return Integer.parseInt(
                Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    /** As a context that has something to tell. */
    void publish(Object event) {
        context.publishEvent(event);
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
    }
}
