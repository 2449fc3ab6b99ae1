package io.mallhub.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A real Zeebe broker with its gateway, run as a supervised child process whose data stays in the
 * data folder. If it dies it comes back with the same ports and data.
 */
public final class BrokerServer implements AutoCloseable {

    private static final String NAME = "broker";

    private final BrokerPorts ports;
    private final JavaChild child;

    private BrokerServer(BrokerPorts ports, JavaChild child) {
        this.ports = ports;
        this.child = child;
    }

    /**
     * Starts the broker and returns when it is ready, after 5 to 10 seconds.
     *
     * @throws PortTaken if a chosen port isn't free
     * @throws IllegalStateException if it doesn't start; the message has the end of its log
     */
    public static BrokerServer start(
            DataDirectory directory, BrokerSettings settings, PartListener listener) {
        BrokerPorts ports = settings.ports().chosen();
        JavaProgram program = program(directory, settings, ports);
        return new BrokerServer(ports, JavaChild.start(program, directory, listener));
    }

    /** Of the gRPC gateway. */
    public URI gatewayAddress() {
        return http(ports.gateway());
    }

    /** Of the REST API. */
    public URI restAddress() {
        return http(ports.rest());
    }

    /** Of health ({@code /actuator/health}) and metrics ({@code /actuator/prometheus}). */
    public URI managementAddress() {
        return http(ports.management());
    }

    /** Process id of the present run. */
    public long pid() {
        return child.pid();
    }

    @Override
    public void close() {
        child.close();
    }

    private static JavaProgram program(
            DataDirectory directory, BrokerSettings settings, BrokerPorts ports) {
        Path home = settings.distribution().home();
        Path folder = directory.subfolder(NAME);
        Path logging = loggingConfiguration(folder);
        String run = UUID.randomUUID().toString();
        String management = http(ports.management()).toString();
        JavaProgram.Builder program =
                JavaProgram.named(NAME)
                        .classPath(home.resolve("config").toString(), home.resolve("lib") + "/*")
                        .mainClass("io.camunda.application.StandaloneBroker")
                        .jvmArguments("-Xmx" + settings.heapMegabytes() + "m")
                        .jvmArguments("-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError")
                        .jvmArguments("-Dfile.encoding=UTF-8", "-Djava.net.preferIPv4Stack=true")
                        .jvmArguments("--enable-native-access=ALL-UNNAMED")
                        .jvmArguments("--sun-misc-unsafe-memory-access=allow")
                        .jvmArguments("-Dbasedir=" + home, "-Dapp.home=" + directory.path())
                        .jvmArguments("-Dlogging.config=" + logging.toUri())
                        .jvmArguments("-Dlog4j2.configurationFile=" + logging.toUri())
                        .jvmArguments("-Dmanagement.info.env.enabled=true")
                        .jvmArguments("-Dinfo.mallhub.run=" + run)
                        .environment(BrokerEnvironment.of(settings, ports, folder.resolve("data")))
                        .workingFolder(folder)
                        .lock(folder.resolve("lock"))
                        .readyWhen(new Readiness(URI.create(management + "/actuator/info"), run))
                        .readyWhen(
                                new Readiness(
                                        URI.create(management + "/actuator/health/readiness"), ""))
                        // Ready, its gateway may still not know who leads the partition.
                        .readyWhen(
                                new Readiness(
                                        http(ports.rest()).resolve("/v2/topology"), "leader"));
        if (settings.fastStart()) {
            program.jvmArguments("-XX:TieredStopAtLevel=1");
        }
        return program.build();
    }

    /** The distribution's own would write beside itself, without bound. */
    private static Path loggingConfiguration(Path folder) {
        Path file = folder.resolve("log4j2.xml");
        try (InputStream in = BrokerServer.class.getResourceAsStream("broker-log4j2.xml")) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI http(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
