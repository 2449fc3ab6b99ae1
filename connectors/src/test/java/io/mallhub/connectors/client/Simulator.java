package io.mallhub.connectors.client;

import io.mallhub.simulator.SimulatorApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The real ERP simulator in this JVM, started on first use. */
final class Simulator {
    private Simulator() {}

    static String address() {
        return Holder.ADDRESS;
    }

    private static String start() {
        try {
            Path data = Files.createTempDirectory("simulator");
            var context =
                    SimulatorApplication.application()
                            .run("--server.port=0", "--simulator.data=" + data);
            return "http://127.0.0.1:"
                    + context.getEnvironment().getRequiredProperty("local.server.port");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        static final String ADDRESS = start();
    }
}
