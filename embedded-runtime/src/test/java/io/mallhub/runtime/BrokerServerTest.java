package io.mallhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.runtime.fixture.TestBroker;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerServerTest {

    @TempDir Path temporary;

    @Test
    void aKilledBrokerComesBackWithItsPortsAndData() {
        List<PartEvent> events = Collections.synchronizedList(new ArrayList<>());
        try (DataDirectory directory = open();
                BrokerServer broker =
                        BrokerServer.start(directory, TestBroker.settings(), events::add)) {
            long key = Deployments.deploy(broker);
            ProcessHandle killed = ProcessHandle.of(broker.pid()).orElseThrow();

            killed.destroyForcibly();

            Waiting.until(() -> count(events, PartEvent.Status.READY) == 2);
            assertThat(broker.pid()).isNotEqualTo(killed.pid());
            assertThat(Deployments.deploy(broker)).as("the same version again").isEqualTo(key);
            assertThat(events)
                    .extracting(PartEvent::status)
                    .containsExactly(
                            PartEvent.Status.STARTING,
                            PartEvent.Status.READY,
                            PartEvent.Status.DIED,
                            PartEvent.Status.RESTARTING,
                            PartEvent.Status.READY);
        }
    }

    @Test
    void aTakenPortIsToldClearly() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                DataDirectory directory = open()) {
            BrokerPorts ports = new BrokerPorts(taken.getLocalPort(), 0, 0, 0, 0);

            assertThatThrownBy(
                            () ->
                                    BrokerServer.start(
                                            directory,
                                            TestBroker.settings().onPorts(ports),
                                            PartListener.none()))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("gateway");
        }
    }

    @Test
    void aProgramThatEndsAtOnceFailsTheStartWithItsWords() {
        try (DataDirectory directory = open()) {
            BrokerSettings wrong =
                    TestBroker.settings().with("ZEEBE_BROKER_CLUSTER_NODEID", "seven");

            assertThatThrownBy(() -> BrokerServer.start(directory, wrong, PartListener.none()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("ended with status")
                    .hasMessageContaining("seven");
        }
    }

    private DataDirectory open() {
        return DataDirectory.open(temporary.resolve("data"), Clock.systemUTC());
    }

    private static long count(List<PartEvent> events, PartEvent.Status status) {
        return List.copyOf(events).stream().filter(e -> e.status() == status).count();
    }
}
