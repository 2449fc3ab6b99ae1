package io.mallhub.routes.history;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * The books of UCI "Online Retail" (Chen, 2015, CC BY 4.0) behind an HTTP interface: 25,900
 * invoices of a gift wholesaler, as dirty as they were kept.
 */
final class RetailBooks implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Map<String, List<Row>> lists = new HashMap<>();
    private final List<Invoice> invoices;

    /** A line as it stands in the file. */
    record Line(String code, String name, BigDecimal qty, BigDecimal price) {}

    record Invoice(String no, String date, String customer, String country, List<Line> lines) {
        boolean isCancel() {
            return no.startsWith("C");
        }
    }

    /** Of any list, in the order of date and key. */
    private record Row(String date, String key, Map<String, Object> fields) {}

    private RetailBooks(List<Invoice> invoices) throws IOException {
        this.invoices = invoices;
        lists.put("/invoices", sorted(invoices.stream().map(RetailBooks::row).toList()));
        lists.put("/customers", sorted(customers(invoices)));
        lists.put("/products", sorted(products(invoices)));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /**
     * @param most invoices, from the beginning
     */
    static RetailBooks open(Path file, int most) {
        try {
            return new RetailBooks(read(file).stream().limit(most).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Invoice> invoices() {
        return invoices;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Map<String, String> query = new HashMap<>();
        String asked = exchange.getRequestURI().getRawQuery();
        for (String pair : asked == null ? new String[0] : asked.split("&")) {
            String[] both = pair.split("=", 2);
            query.put(both[0], URLDecoder.decode(both[1], UTF_8));
        }
        String since = query.getOrDefault("since", "");
        String after = query.getOrDefault("after", "");
        List<Map<String, Object>> rows =
                lists.getOrDefault(exchange.getRequestURI().getPath(), List.of()).stream()
                        .filter(
                                row -> {
                                    int later = row.date().compareTo(since);
                                    return later > 0
                                            || (later == 0
                                                    && (after.isEmpty()
                                                            || row.key().compareTo(after) > 0));
                                })
                        .limit(Long.parseLong(query.getOrDefault("limit", "1")))
                        .map(Row::fields)
                        .toList();
        byte[] body = JSON.writeValueAsBytes(Map.of("rows", rows));
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static List<Row> sorted(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparing(Row::date).thenComparing(Row::key))
                .toList();
    }

    private static Row row(Invoice invoice) {
        return new Row(
                invoice.date(),
                invoice.no(),
                Map.of(
                        "no", invoice.no(),
                        "date", invoice.date(),
                        "customer", invoice.customer(),
                        "lines", invoice.lines()));
    }

    private static List<Row> customers(List<Invoice> invoices) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Invoice invoice : invoices) {
            if (!invoice.customer().isEmpty()) {
                rows.putIfAbsent(
                        invoice.customer(),
                        new Row(
                                invoice.date(),
                                invoice.customer(),
                                Map.of(
                                        "code", invoice.customer(),
                                        "name", "Shop " + invoice.customer(),
                                        "country", invoice.country(),
                                        "date", invoice.date())));
            }
        }
        return List.copyOf(rows.values());
    }

    /** Codes as they are: some differ only in case, and some are no products. */
    private static List<Row> products(List<Invoice> invoices) {
        Map<String, Row> rows = new TreeMap<>();
        for (Invoice invoice : invoices) {
            for (Line line : invoice.lines()) {
                if (line.price().signum() > 0 && line.code().matches("\\d{5}.*")) {
                    rows.putIfAbsent(
                            line.code(),
                            new Row(
                                    invoice.date(),
                                    line.code(),
                                    Map.of(
                                            "code", line.code(),
                                            "name", line.name(),
                                            "price", line.price(),
                                            "date", invoice.date())));
                }
            }
        }
        return List.copyOf(rows.values());
    }

    private static List<Invoice> read(Path file) throws IOException {
        Map<String, Invoice> invoices = new LinkedHashMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)), charset(file)))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = cells(line);
                invoices.computeIfAbsent(
                                cells.getFirst(),
                                no ->
                                        new Invoice(
                                                no,
                                                cells.get(4),
                                                cells.get(6),
                                                cells.get(7),
                                                new ArrayList<>()))
                        .lines()
                        .add(
                                new Line(
                                        cells.get(1),
                                        cells.get(2),
                                        new BigDecimal(cells.get(3)),
                                        new BigDecimal(cells.get(5))));
            }
        }
        return List.copyOf(invoices.values());
    }

    /** Pound signs tell which. */
    private static java.nio.charset.Charset charset(Path file) throws IOException {
        try (GZIPInputStream bytes = new GZIPInputStream(Files.newInputStream(file))) {
            String text = new String(bytes.readAllBytes(), UTF_8);
            return text.indexOf('\uFFFD') < 0 ? UTF_8 : ISO_8859_1;
        }
    }

    /** Commas and doubled quotes stand inside of quotes. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (doubled) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
