package io.mallhub.connectors.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real HTTP server that answers as told, for what a well-behaved ERP never does. */
final class ScriptedErp implements AutoCloseable {
    private final HttpServer server;
    private final Deque<Reply> replies = new ArrayDeque<>();
    final List<String> requests = new CopyOnWriteArrayList<>();

    ScriptedErp() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    ScriptedErp answers(int status, String body) {
        return answers(status, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    ScriptedErp answers(int status, byte[] body, Map<String, String> headers) {
        replies.add(new Reply(status, body, headers));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(
                exchange.getRequestMethod()
                        + " "
                        + exchange.getRequestURI()
                        + " "
                        + exchange.getRequestHeaders().getOrDefault("X-Session", List.of())
                        + " "
                        + body);
        Reply reply = replies.remove();
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(
                reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
        exchange.getResponseBody().write(reply.body());
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Reply(int status, byte[] body, Map<String, String> headers) {}
}
