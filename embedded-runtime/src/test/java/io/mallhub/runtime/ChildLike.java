package io.mallhub.runtime;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A smallest child: {@code <port> [never-ready | write <file> | <file>]}. It answers {@code here};
 * it refuses to start while the file exists; it writes its environment into a file.
 */
public final class ChildLike {

    private ChildLike() {}

    public static void main(String[] arguments) throws Exception {
        List<String> wish = List.of(arguments).subList(1, arguments.length);
        if (wish.equals(List.of("never-ready"))) {
            Thread.currentThread().join();
        } else if (wish.size() == 2) {
            Files.write(
                    Path.of(wish.get(1)),
                    System.getenv().entrySet().stream().map(Object::toString).toList());
        } else if (wish.size() == 1 && Files.exists(Path.of(wish.getFirst()))) {
            System.err.println("refused by " + wish.getFirst());
            System.exit(7);
        }
        int port = Integer.parseInt(arguments[0]);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 4);
                    exchange.getResponseBody().write("here".getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
        server.start();
    }
}
