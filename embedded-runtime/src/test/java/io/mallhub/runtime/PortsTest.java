package io.mallhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void freePortsAreDifferentAndNoneThatAConnectionMayTake() {
        List<Integer> free = Ports.free(20);

        assertThat(free).doesNotHaveDuplicates().allMatch(port -> port >= 20_000 && port < 32_000);
        assertThat(Ports.choose(0, "anything")).isBetween(20_000, 31_999);
    }

    @Test
    void aFreePortCanBeListenedOn() throws IOException {
        int port = Ports.choose(0, "anything");

        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(socket.isBound()).isTrue();
            assertThatThrownBy(() -> Ports.choose(port, "the hub"))
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining("the hub");
        }
        assertThat(Ports.choose(port, "the hub")).isEqualTo(port);
    }
}
