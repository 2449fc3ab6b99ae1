package io.mallhub.gateway.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A web server that takes deliveries as docs/inbound.md tells its author to. */
final class ReceivingErp implements AutoCloseable {
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    final List<String> taken = new CopyOnWriteArrayList<>();
    final List<Delivered> seen = new CopyOnWriteArrayList<>();
    final Deque<Integer> answers = new ConcurrentLinkedDeque<>(new ArrayDeque<>());
    private final HttpServer server;
    private final Clock clock;
    volatile String secret = "";

    record Delivered(String timestamp, String signature, String id, String body) {}

    ReceivingErp(Clock clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::receive);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    private void receive(HttpExchange call) throws IOException {
        String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Delivered delivered =
                new Delivered(
                        call.getRequestHeaders().getFirst("Mallhub-Timestamp"),
                        call.getRequestHeaders().getFirst("Mallhub-Signature"),
                        call.getRequestHeaders().getFirst("Mallhub-Delivery"),
                        body);
        seen.add(delivered);
        Integer told = answers.poll();
        int status = told != null ? told : accepts(delivered) ? 204 : 401;
        if (status == 204) {
            taken.add(body);
        }
        call.sendResponseHeaders(status, -1);
        call.close();
    }

    /** The check a receiver makes: signature over time and body, and no old time. */
    boolean accepts(Delivered delivered) {
        Instant at = Instant.ofEpochSecond(Long.parseLong(delivered.timestamp()));
        if (Duration.between(at, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            return false;
        }
        byte[] mine =
                ("v1=" + hmac(secret, delivered.timestamp() + "." + delivered.body()))
                        .getBytes(StandardCharsets.US_ASCII);
        return Arrays.stream(delivered.signature().split(","))
                .anyMatch(
                        it -> MessageDigest.isEqual(mine, it.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String hmac(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
