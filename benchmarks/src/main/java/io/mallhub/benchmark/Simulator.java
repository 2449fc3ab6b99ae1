package io.mallhub.benchmark;

import io.mallhub.runtime.DataDirectory;
import io.mallhub.runtime.JavaChild;
import io.mallhub.runtime.JavaProgram;
import io.mallhub.runtime.PartListener;
import io.mallhub.runtime.Ports;
import io.mallhub.runtime.Readiness;
import io.mallhub.runtime.RuntimeFolder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The ERP in a process of its own, compiled as hot as Java does it: it must not be the brake. */
record Simulator(URI address, Database database, JavaChild process) implements AutoCloseable {
    private static final String JAR = "simulator/erp-simulator-exec.jar";

    static Simulator start(DataDirectory directory, String name, Database database, int materials) {
        int port = Ports.free(1).getFirst();
        URI address = URI.create("http://127.0.0.1:" + port);
        Path jar =
                RuntimeFolder.search(
                                folder -> Optional.of(folder.resolve(JAR)).filter(Files::exists))
                        .orElseThrow(
                                () -> new IllegalStateException(".runtime/" + JAR + " is missing"));
        JavaProgram program =
                JavaProgram.named(name)
                        .classPath(jar.toString())
                        .mainClass("org.springframework.boot.loader.launch.JarLauncher")
                        .jvmArguments("-Xmx384m", "--enable-native-access=ALL-UNNAMED")
                        .arguments(
                                "--server.port=" + port,
                                "--spring.datasource.url=" + database.url(),
                                "--simulator.materials=" + materials)
                        .environment(
                                Map.of(
                                        "SPRING_DATASOURCE_USERNAME", database.user(),
                                        "SPRING_DATASOURCE_PASSWORD", database.password()))
                        .workingFolder(directory.subfolder(name))
                        .readyWhen(new Readiness(address.resolve("/admin/status"), ""))
                        .build();
        return new Simulator(
                address, database, JavaChild.start(program, directory, PartListener.none()));
    }

    @Override
    public void close() {
        process.close();
    }
}
