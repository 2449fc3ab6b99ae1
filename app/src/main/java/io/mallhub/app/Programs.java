package io.mallhub.app;

import io.mallhub.bpmn.Diagrams;
import io.mallhub.runtime.BrokerDistribution;
import io.mallhub.runtime.BrokerExporter;
import io.mallhub.runtime.BrokerPorts;
import io.mallhub.runtime.BrokerSettings;
import io.mallhub.runtime.DataDirectory;
import io.mallhub.runtime.ExporterJar;
import io.mallhub.runtime.JavaProgram;
import io.mallhub.runtime.PostgresServer;
import io.mallhub.runtime.Readiness;
import io.mallhub.runtime.RuntimeFolder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the child processes are called. */
final class Programs {
    private Programs() {}

    static BrokerSettings broker(
            DataDirectory directory, BrokerPorts ports, PostgresServer postgres, String database) {
        BrokerExporter exporter =
                BrokerExporter.processExporter(
                        ExporterJar.find(directory.subfolder("programs")),
                        postgres.jdbcUrl(database),
                        postgres.user(),
                        postgres.password(),
                        Diagrams.BUSINESS_NUMBERS,
                        List.of("customerName"));
        return BrokerSettings.standard(BrokerDistribution.find())
                .onPorts(ports)
                .withExporter(exporter);
    }

    static JavaProgram simulator(
            DataDirectory directory, int port, String database, PostgresServer postgres) {
        return JavaProgram.named("erp-simulator")
                .classPath(built("simulator/erp-simulator-exec.jar").toString())
                .mainClass("org.springframework.boot.loader.launch.JarLauncher")
                .jvmArguments("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                .jvmArguments("--enable-native-access=ALL-UNNAMED")
                .arguments("--server.port=" + port, "--spring.datasource.url=" + database)
                .environment(
                        Map.of(
                                "SPRING_DATASOURCE_USERNAME", postgres.user(),
                                "SPRING_DATASOURCE_PASSWORD", postgres.password()))
                .workingFolder(directory.subfolder("erp-simulator"))
                .readyWhen(
                        new Readiness(URI.create("http://127.0.0.1:" + port + "/admin/status"), ""))
                .build();
    }

    static JavaProgram paymentSandbox(DataDirectory directory, PaymentSandbox sandbox) {
        return JavaProgram.named("payment-sandbox")
                .classPath(built("payment-sandbox/payment-sandbox-exec.jar").toString())
                .mainClass("org.springframework.boot.loader.launch.JarLauncher")
                .jvmArguments("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                .arguments(
                        "--port=" + sandbox.port(),
                        "--app-id=" + PaymentSandbox.APP,
                        "--seller-id=" + PaymentSandbox.SELLER,
                        "--keys=" + sandbox.keys(),
                        "--data=" + directory.subfolder("payment-sandbox"))
                .workingFolder(directory.subfolder("payment-sandbox"))
                .readyWhen(new Readiness(URI.create(sandbox.address() + "/status"), "up"))
                .build();
    }

    private static Path built(String name) {
        return RuntimeFolder.search(
                        folder -> Optional.of(folder.resolve(name)).filter(Files::exists))
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        ".runtime/"
                                                + name
                                                + " is missing: build MallHub with ./mallhub test or run"));
    }
}
