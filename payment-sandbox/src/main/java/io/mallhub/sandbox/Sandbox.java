package io.mallhub.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The provider as a program. Binds to loopback only.
 *
 * <p>{@code /gateway.do} is the interface, {@code /cashier} the payer's page, {@code /} the desk
 * with fault switches and trades, {@code /trades} the same as JSON for tests.
 */
public final class Sandbox implements AutoCloseable {
    static final BigDecimal CENT = new BigDecimal("0.01");
    private static final int LARGEST_REQUEST = 64 * 1024;

    private final HttpServer server;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Faults faults = new Faults();
    private final Trades trades;
    private final Gateway gateway;
    private final Notices notices;
    private final Signatures signatures;
    private final String appId;
    private final String sellerId;

    /**
     * @param appId of the one merchant it knows
     * @param privateKey of the provider, PKCS#8 in base64
     * @param merchantKey of the merchant, X.509 in base64
     * @param data folder of its trades; null keeps them in memory
     */
    public record Settings(
            int port,
            String appId,
            String sellerId,
            String privateKey,
            String merchantKey,
            @Nullable Path data) {}

    private Sandbox(Settings settings) throws IOException {
        appId = settings.appId();
        sellerId = settings.sellerId();
        Path data = settings.data();
        signatures = new Signatures(settings.privateKey(), settings.merchantKey());
        trades =
                new Trades(
                        json, data == null ? null : data.resolve("trades.json"), Clock.systemUTC());
        gateway = new Gateway(json, signatures, trades, faults, appId);
        notices = new Notices(signatures, faults, trades, appId, sellerId);
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()),
                        50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    public static Sandbox start(Settings settings) throws IOException {
        return new Sandbox(settings);
    }

    /**
     * {@code --port=8096 --app-id=… --seller-id=… --keys=<folder> --data=<folder>}; the folder of
     * keys holds {@code provider-private.key} and {@code merchant-public.key}.
     */
    public static void main(String[] args) throws IOException {
        Map<String, String> given = new HashMap<>();
        for (String argument : args) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("An option is --name=value, not " + argument);
            }
            given.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        Path keys = Path.of(required(given, "keys"));
        Path data = Path.of(required(given, "data"));
        Files.createDirectories(data);
        Sandbox sandbox =
                start(
                        new Settings(
                                Integer.parseInt(required(given, "port")),
                                required(given, "app-id"),
                                required(given, "seller-id"),
                                Files.readString(keys.resolve("provider-private.key")),
                                Files.readString(keys.resolve("merchant-public.key")),
                                data));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        System.out.println("Payment sandbox at " + sandbox.address());
    }

    private static String required(Map<String, String> given, String name) {
        return Optional.ofNullable(given.get(name))
                .orElseThrow(() -> new IllegalArgumentException("--" + name + " is missing"));
    }

    /** Without a slash at the end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void set(Fault fault, int times) {
        faults.set(fault, times);
    }

    @Override
    public void close() {
        server.stop(0);
        notices.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/gateway.do" -> gateway(exchange);
                case "/cashier" -> cashier(exchange, query(exchange));
                case "/cashier/pay" -> pay(exchange);
                case "/cashier/leave" -> leave(exchange);
                case "/" -> html(exchange, 200, Pages.desk(trades.all(), faults));
                case "/faults" -> fault(exchange);
                case "/trades" -> answer(exchange, 200, "application/json", all());
                case "/status" -> answer(exchange, 200, "text/plain", "up");
                default -> html(exchange, 404, Pages.refused("没有此页 No such page"));
            }
        } catch (RuntimeException e) {
            System.err.println("Failed: " + e);
            throw new IOException(e);
        }
    }

    private void gateway(HttpExchange exchange) throws IOException {
        Map<String, String> request = isPost(exchange) ? form(exchange) : query(exchange);
        if (faults.strikes(Fault.SLOW)) {
            pause();
        }
        String objection = gateway.objection(request);
        String method = request.getOrDefault("method", "");
        if (method.equals("alipay.trade.page.pay")) {
            page(exchange, request, objection);
            return;
        }
        String answer =
                objection == null ? gateway.answer(method, request) : Gateway.error(objection);
        if (faults.strikes(Fault.ANSWER_DROPPED)) {
            return; // done, and the connection is cut
        }
        answer(exchange, 200, "text/html;charset=utf-8", answer);
    }

    private void page(
            HttpExchange exchange, Map<String, String> request, @Nullable String objection)
            throws IOException {
        Optional<Trade> trade = objection == null ? gateway.begin(request) : Optional.empty();
        if (trade.isEmpty()) {
            html(
                    exchange,
                    400,
                    Pages.refused(objection == null ? "ACQ.INVALID_PARAMETER" : objection));
            return;
        }
        redirect(exchange, "/cashier?trade=" + trade.get().number());
    }

    private void cashier(HttpExchange exchange, Map<String, String> query) throws IOException {
        Optional<Trade> trade = trades.byNumber(query.getOrDefault("trade", ""));
        if (trade.isEmpty()) {
            html(exchange, 404, Pages.refused("没有此交易 No such trade"));
            return;
        }
        boolean open =
                trade.get().status() == Trade.Status.WAIT_BUYER_PAY && !trades.isOver(trade.get());
        html(exchange, 200, Pages.cashier(trade.get(), open));
    }

    private void pay(HttpExchange exchange) throws IOException {
        if (isForeign(exchange)) {
            return;
        }
        String number = form(exchange).getOrDefault("trade", "");
        Optional<Trade> paid = trades.pay(number);
        if (paid.isEmpty()) {
            redirect(exchange, "/cashier?trade=" + number.replaceAll("\\D", ""));
            return;
        }
        notices.paid(paid.get());
        redirect(exchange, back(paid.get(), true));
    }

    private void leave(HttpExchange exchange) throws IOException {
        if (isForeign(exchange)) {
            return;
        }
        Optional<Trade> trade = trades.byNumber(form(exchange).getOrDefault("trade", ""));
        if (trade.isEmpty()) {
            html(exchange, 404, Pages.refused("没有此交易 No such trade"));
            return;
        }
        redirect(exchange, back(trade.get(), trade.get().status() == Trade.Status.TRADE_SUCCESS));
    }

    /** Where the payer goes afterwards: signed, and no proof of anything that a notice is not. */
    private String back(Trade trade, boolean paid) {
        if (trade.returnUrl().isEmpty()) {
            return "/cashier?trade=" + trade.number();
        }
        Map<String, String> fields = new HashMap<>();
        fields.put("out_trade_no", trade.merchantNumber());
        fields.put("app_id", appId);
        fields.put("seller_id", sellerId);
        fields.put("charset", "utf-8");
        fields.put("version", "1.0");
        fields.put("timestamp", trades.now());
        if (paid) {
            fields.put("method", "alipay.trade.page.pay.return");
            fields.put("trade_no", trade.number());
            fields.put("total_amount", trade.amount().toPlainString());
        }
        return trade.returnUrl() + "?" + Notices.form(signatures.signed(fields, false));
    }

    private void fault(HttpExchange exchange) throws IOException {
        if (isForeign(exchange)) {
            return;
        }
        Map<String, String> form = form(exchange);
        try {
            faults.set(
                    Fault.valueOf(form.getOrDefault("fault", "")),
                    Integer.parseInt(form.getOrDefault("times", "1")));
        } catch (IllegalArgumentException e) {
            html(exchange, 400, Pages.refused("没有此开关 No such switch"));
            return;
        }
        redirect(exchange, "/");
    }

    private String all() {
        return json.writeValueAsString(trades.all());
    }

    /** Keeps pages of other origins from posting here through a visitor's browser. */
    private static boolean isForeign(HttpExchange exchange) throws IOException {
        String site = exchange.getRequestHeaders().getFirst("Sec-Fetch-Site");
        boolean foreign =
                !isPost(exchange) || "cross-site".equals(site) || "same-site".equals(site);
        if (foreign) {
            html(exchange, 403, Pages.refused("不允许 Not allowed"));
        }
        return foreign;
    }

    private static boolean isPost(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("POST");
    }

    private static Map<String, String> query(HttpExchange exchange) {
        return fields(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST);
        Map<String, String> all = new HashMap<>(query(exchange));
        all.putAll(fields(new String(body, StandardCharsets.UTF_8)));
        return all;
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void pause() {
        try {
            Thread.sleep(Trades.SLOW);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void html(HttpExchange exchange, int status, String page) throws IOException {
        answer(exchange, status, "text/html;charset=utf-8", page);
    }

    private static void answer(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
