package io.mallhub.runtime;

import java.util.List;

/**
 * Ports of a broker, all on the loopback address; 0 takes any free one.
 *
 * @param gateway gRPC
 * @param rest REST API of user tasks
 * @param management health and metrics
 */
public record BrokerPorts(int gateway, int rest, int management, int command, int internal) {

    public static BrokerPorts anyFree() {
        return new BrokerPorts(0, 0, 0, 0, 0);
    }

    /** The same ports with a number for each 0. */
    BrokerPorts chosen() {
        List<Integer> free = Ports.free(5);
        return new BrokerPorts(
                choose(gateway, free.get(0), "the broker's gRPC gateway"),
                choose(rest, free.get(1), "the broker's REST API"),
                choose(management, free.get(2), "the broker's health and metrics"),
                choose(command, free.get(3), "the broker's commands"),
                choose(internal, free.get(4), "the broker's cluster"));
    }

    private static int choose(int wanted, int free, String purpose) {
        return wanted == 0 ? free : Ports.choose(wanted, purpose);
    }
}
