package io.mallhub.faults;

import io.mallhub.runtime.Ports;
import io.mallhub.runtime.Secret;
import io.mallhub.story.RunningMall;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Two hubs on one database, one engine and one ERP. The first brings these parts along, on ports
 * that it keeps; where it dies they die with it, and the second lives on without.
 */
final class TwoNodes implements AutoCloseable {
    private final Path folder;
    private final List<Integer> ports = Ports.free(6);
    private final List<String> options;
    private RunningMall first;
    private RunningMall second;

    private TwoNodes(Path folder, List<String> options) {
        this.folder = folder;
        this.options = options;
        this.first = launchFirst();
        first.awaitReady();
        this.second = launchSecond();
        second.awaitReady();
    }

    /**
     * @param options of both hubs
     */
    static TwoNodes start(Path folder, List<String> options) {
        return new TwoNodes(folder, options);
    }

    RunningMall first() {
        return first;
    }

    RunningMall second() {
        return second;
    }

    /** Both shops, whether they are open or down. */
    List<URI> shops() {
        return List.of(shop(ports.get(0)), shop(ports.get(5)));
    }

    private static URI shop(int port) {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /**
     * {@code kill -9}, and PostgreSQL, broker and ERP go down with it; returns when all is back.
     */
    void killFirst() {
        first.kill();
        first = launchFirst();
        first.awaitReady();
    }

    /** {@code kill -9}; returns when it is back. */
    void killSecond() {
        second.kill();
        second = launchSecond();
        second.awaitReady();
    }

    private RunningMall launchFirst() {
        return launch(
                folder.resolve("first"),
                "--server.port=" + ports.get(0),
                "--mallhub.embedded.postgres-port=" + ports.get(1),
                "--mallhub.embedded.broker-port=" + ports.get(2),
                "--mallhub.embedded.broker-rest-port=" + ports.get(3),
                "--mallhub.embedded.simulator-port=" + ports.get(4));
    }

    private RunningMall launchSecond() {
        Path kept = folder.resolve("first");
        return launch(
                folder.resolve("second"),
                "--server.port=" + ports.get(5),
                "--spring.profiles.active=node",
                "--spring.datasource.url=" + first.database("mallhub"),
                "--mallhub.zeebe.gateway=http://127.0.0.1:" + ports.get(2),
                "--mallhub.zeebe.rest=http://127.0.0.1:" + ports.get(3),
                "--mallhub.secrets-key-file=" + kept.resolve("secrets.key"),
                "--mallhub.audit.key=" + Secret.of(kept.resolve("audit.key")));
    }

    private RunningMall launch(Path data, String... more) {
        List<String> all = new ArrayList<>(options);
        all.addAll(List.of(more));
        return RunningMall.launch(data, all.toArray(String[]::new));
    }

    /** One that stands still could not end. */
    @Override
    public void close() {
        try (RunningMall _ = first;
                RunningMall _ = second) {
            second.thaw();
        }
    }
}
