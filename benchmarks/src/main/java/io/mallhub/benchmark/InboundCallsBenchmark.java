package io.mallhub.benchmark;

import io.mallhub.MallWithGateway;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.FlowView;
import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.gateway.ApiClients;
import io.mallhub.gateway.ApiClients.NewApiClient;
import io.mallhub.gateway.ApiClients.ShownOnce;
import io.mallhub.gateway.ClientRight;
import io.mallhub.shared.Actor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Stock levels that an ERP brings, every one of them new, beside the same message that CXF reads
 * and gives back, and beside one that it also upserts: what no receiver that keeps its word could
 * beat. Two clients, each with goods of its own.
 */
final class InboundCallsBenchmark {
    private static final double TARGET = 0.6;
    private static final double TARGET_OF_UPSERTS = 0.5;
    private static final int RECORDS = 100;
    private static final int THREADS = 2;
    private static final Actor OPERATOR = Actor.system("benchmark");
    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");

    private final int calls;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * @param calls of each client
     */
    InboundCallsBenchmark(int calls) {
        this.calls = calls;
    }

    void run(Machine machine, Report report) throws Exception {
        Map<String, Object> settings =
                Map.of(
                        "mallhub.secrets-key-file",
                        machine.file("inbound.key"),
                        "mallhub.routes.auto-start",
                        "false");
        try (Hub hub = Hub.serve(MallWithGateway.class, machine.database("inbound"), settings)) {
            ShownOnce client = aClient(hub.get(Connections.class), hub.get(ApiClients.class));
            String mall = "http://127.0.0.1:" + hub.port() + "/services/erp";
            String echo = "http://127.0.0.1:" + hub.port() + "/echo/stock";
            String kept = "http://127.0.0.1:" + hub.port() + "/echo/kept";
            makeTable(hub);
            bringProducts(mall, client);
            for (int warming = 0; warming < 2; warming++) {
                rate(echo, client, warming);
                rate(kept, client, warming);
                rate(mall, client, warming);
            }
            double before = rate(echo, client, 2);
            double measured = rate(mall, client, 2);
            double least = rate(kept, client, 2);
            double after = rate(echo, client, 3);
            mustAddUp(hub.get(Connections.class));
            double echoed = (before + after) / 2;
            report.add(
                    new Result(
                            "SOAP inbound, 100 stock records a call, 2 threads",
                            measured,
                            "CXF echo of the same message",
                            echoed,
                            "calls",
                            TARGET,
                            "(an echo that upserts the rows: %.2f)".formatted(least / echoed)));
            report.add(
                    new Result(
                            "the same, beside an echo that upserts",
                            measured,
                            "CXF echo that upserts the rows by one statement",
                            least,
                            "calls",
                            TARGET_OF_UPSERTS));
        }
    }

    private static void makeTable(Hub hub) throws SQLException {
        try (Connection connection = hub.database().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    create table benchmark_stock (code text primary key, as_of timestamptz not null,
                        on_hand numeric(18, 3) not null, batches text not null)
                    """);
        }
    }

    private static ShownOnce aClient(Connections connections, ApiClients clients) {
        connections.save(
                new ConnectionSettings(
                        "erp",
                        "erp-calls",
                        URI.create("http://127.0.0.1:1/"),
                        Map.of(),
                        Set.of(),
                        Duration.ofSeconds(5)),
                "ERP",
                OPERATOR);
        connections.changePolicies(
                "erp", Map.of(Entity.PRODUCT, Depth.IN, Entity.STOCK, Depth.IN), OPERATOR);
        return clients.create(
                new NewApiClient("erp", "driver", EnumSet.allOf(ClientRight.class), 100_000, false),
                OPERATOR);
    }

    private void bringProducts(String mall, ShownOnce client) throws Exception {
        for (int thread = 0; thread < THREADS; thread++) {
            StringBuilder products = new StringBuilder();
            for (int i = 0; i < RECORDS; i++) {
                products.append("<product><code>")
                        .append(code(thread, i))
                        .append("</code><name>阿莫西林胶囊</name><unit>盒</unit><price>12.5</price>")
                        .append("<vatRate>0.13</vatRate><changedAt>")
                        .append(T0)
                        .append("</changedAt></product>");
            }
            call(mall, client, envelope("UpsertProducts", products.toString()), "TAKEN");
        }
    }

    private double rate(String address, ShownOnce client, int round) throws Exception {
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            List<String> messages = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                messages.add(stock(thread, T0.plusSeconds(1L + round * 1_000_000L + i)));
            }
            String sign = address.endsWith("/erp") ? "TAKEN" : "productCode";
            tasks.add(
                    () -> {
                        for (String message : messages) {
                            call(address, client, message, sign);
                        }
                        return messages.size();
                    });
        }
        return Rate.of(tasks);
    }

    private static String stock(int thread, Instant asOf) {
        StringBuilder stock = new StringBuilder();
        for (int i = 0; i < RECORDS; i++) {
            stock.append("<stock><productCode>")
                    .append(code(thread, i))
                    .append("</productCode><asOf>")
                    .append(asOf)
                    .append("</asOf><batch><number>B2506A</number><expiry>2028-05-31</expiry>")
                    .append("<quantity>")
                    .append(asOf.getEpochSecond() % 1000)
                    .append("</quantity></batch></stock>");
        }
        return envelope("UpdateStock", stock.toString());
    }

    private static String code(int thread, int record) {
        return "P" + thread + "-" + record;
    }

    private static String envelope(String operation, String records) {
        return "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><"
                + operation
                + " xmlns=\"urn:mallhub:erp:1\">"
                + records
                + "</"
                + operation
                + "></s:Body></s:Envelope>";
    }

    /** Every record must be in the answer, and as it should be. */
    private void call(String address, ShownOnce client, String message, String sign)
            throws Exception {
        String basic =
                Base64.getEncoder()
                        .encodeToString((client.id() + ":" + client.secret()).getBytes());
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(address))
                                .header("Content-Type", "text/xml; charset=utf-8")
                                .header("Authorization", "Basic " + basic)
                                .POST(BodyPublishers.ofString(message))
                                .build(),
                        BodyHandlers.ofString());
        int good = answer.body().split("<(?:\\w+:)?(?:status|productCode)>", -1).length - 1;
        if (answer.statusCode() != 200 || good != RECORDS || !answer.body().contains(sign)) {
            throw new IllegalStateException("%d of %d: %s".formatted(good, RECORDS, answer.body()));
        }
    }

    /** Every figure that was brought is counted as applied, none as unchanged or bad. */
    private void mustAddUp(Connections connections) {
        long brought = 3L * THREADS * calls * RECORDS;
        for (FlowView flow : connections.flows("erp")) {
            if (flow.flow().equals(Flow.STOCK_IN.id()) && flow.applied() != brought) {
                throw new IllegalStateException(brought + " were brought: " + flow);
            }
        }
    }
}
