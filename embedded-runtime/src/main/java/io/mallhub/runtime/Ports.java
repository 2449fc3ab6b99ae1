package io.mallhub.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * TCP ports of the loopback address. Port 0 stands for "any free one": below the range from which
 * systems take ports for connections, so that no connection takes one between being chosen and
 * being listened on, which may be many seconds later.
 */
public final class Ports {
    private static final int FIRST = 20_000;
    private static final int AFTER_LAST = 32_000;
    private static final int TRIES = 100;

    private Ports() {}

    /** A number of free ports, all different. */
    public static List<Integer> free(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            // All are held until all are found: otherwise the system may hand out one twice.
            IntStream.range(0, count).forEach(i -> held.add(bindAny()));
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            held.forEach(Ports::close);
        }
    }

    /**
     * The port itself if it is free, or any free one for 0.
     *
     * @throws PortTaken if another program listens there; the message names the purpose
     */
    public static int choose(int port, String purpose) {
        try (ServerSocket socket = port == 0 ? bindAny() : bind(port)) {
            return socket.getLocalPort();
        } catch (UncheckedIOException | IOException e) {
            throw new PortTaken(port, purpose, e);
        }
    }

    /** Any one of the system's where the range is as good as full. */
    private static ServerSocket bindAny() {
        for (int tried = 0; tried < TRIES; tried++) {
            Optional<ServerSocket> socket =
                    bindIfFree(ThreadLocalRandom.current().nextInt(FIRST, AFTER_LAST));
            if (socket.isPresent()) {
                return socket.get();
            }
        }
        return bind(0);
    }

    private static Optional<ServerSocket> bindIfFree(int port) {
        try {
            return Optional.of(bind(port));
        } catch (UncheckedIOException taken) {
            return Optional.empty();
        }
    }

    private static ServerSocket bind(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            // As the servers do it: connections of a predecessor in TIME_WAIT don't count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
