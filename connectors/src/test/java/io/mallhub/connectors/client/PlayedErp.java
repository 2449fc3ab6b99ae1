package io.mallhub.connectors.client;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.UploadedDefinitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real HTTP server that plays an ERP by the rules a test gives it, and keeps what it was asked.
 */
final class PlayedErp implements AutoCloseable {
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([\\w-]+)");

    private final HttpServer server;
    private final Path folder;
    private volatile Function<Request, Reply> play = request -> Reply.ok("{}");
    final List<Request> requests = new CopyOnWriteArrayList<>();
    final List<Exchange> log = new CopyOnWriteArrayList<>();

    /**
     * @param folder for definitions
     */
    PlayedErp(Path folder) {
        this.folder = folder;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * @param body decoded as its content type says
     */
    record Request(
            String method,
            String path,
            Map<String, String> query,
            Headers headers,
            byte[] bytes,
            Charset charset,
            String body) {
        String header(String name) {
            String value = headers.getFirst(name);
            return value == null ? "" : value;
        }

        /** The fields of a form. */
        Map<String, String> form() {
            return pairs(body, charset);
        }
    }

    void plays(Function<Request, Reply> rules) {
        play = rules;
    }

    /**
     * @param status 0: the connection breaks without an answer
     */
    record Reply(int status, String body, Map<String, String> headers, Charset charset) {
        Reply(int status, String body, Map<String, String> headers) {
            this(status, body, headers, StandardCharsets.UTF_8);
        }

        static Reply ok(String body) {
            return new Reply(200, body, Map.of());
        }

        static Reply status(int status) {
            return new Reply(status, "", Map.of());
        }

        static Reply lost() {
            return status(0);
        }

        Reply in(Charset other) {
            return new Reply(status, body, headers, other);
        }

        Reply with(String header, String value) {
            return new Reply(status, body, Map.of(header, value));
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Paths that were asked, with their method. */
    List<String> asked() {
        return requests.stream().map(it -> it.method() + " " + it.path()).toList();
    }

    /**
     * Writes the definition and opens a connection by it.
     *
     * @param files name and content in turns
     */
    ErpClient open(Map<String, String> secrets, Clock clock, String yaml, String... files) {
        return open(secrets, clock, Duration.ofSeconds(5), yaml, files);
    }

    ErpClient open(
            Map<String, String> secrets,
            Clock clock,
            Duration timeout,
            String yaml,
            String... files) {
        try {
            Path own = Files.createDirectories(folder.resolve("acme"));
            Files.writeString(own.resolve("connector.yaml"), yaml);
            for (int i = 0; i < files.length; i += 2) {
                Files.writeString(own.resolve(files[i]), files[i + 1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return open("acme", folder, secrets, clock, timeout);
    }

    /** Opens a connection by a definition that is there already. */
    ErpClient open(
            String id,
            Path definitions,
            Map<String, String> secrets,
            Clock clock,
            Duration timeout) {
        return new DefinedErpClients(clock, definitions.toString(), UploadedDefinitions.NONE)
                .open(
                        new ConnectionSettings(
                                "played", id, address(), secrets, Set.of("127.0.0.1"), timeout),
                        log::add);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        Charset charset = charset(exchange.getRequestHeaders().getFirst("Content-Type"));
        Reply reply;
        try {
            Request request =
                    new Request(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().getPath(),
                            pairs(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8),
                            exchange.getRequestHeaders(),
                            bytes,
                            charset,
                            strictly(bytes, charset));
            requests.add(request);
            reply = play.apply(request);
        } catch (CharacterCodingException e) {
            reply = new Reply(400, "not in " + charset, Map.of());
        }
        if (reply.status() == 0) {
            exchange.close();
            return;
        }
        byte[] body = reply.body().getBytes(reply.charset());
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static Charset charset(String contentType) {
        Matcher named = CHARSET.matcher(String.valueOf(contentType));
        return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    }

    static String strictly(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static Map<String, String> pairs(String encoded, Charset charset) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (encoded != null && !encoded.isEmpty()) {
            for (String pair : encoded.split("&")) {
                String[] both = pair.split("=", 2);
                pairs.put(
                        URLDecoder.decode(both[0], charset),
                        both.length == 1 ? "" : URLDecoder.decode(both[1], charset));
            }
        }
        return pairs;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
