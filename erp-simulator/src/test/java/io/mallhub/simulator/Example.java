package io.mallhub.simulator;

import io.mallhub.simulator.fixture.SimulatorAdmin;
import io.mallhub.simulator.fixture.TestSimulator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Things of their own for each test on the shared simulator. */
final class Example {

    static final TestSimulator SIMULATOR = TestSimulator.shared();
    static final SoapClient SOAP = new SoapClient(SIMULATOR.address());
    static final RestClient REST = new RestClient(SIMULATOR.address());
    static final SimulatorAdmin ADMIN = SIMULATOR.admin();

    /** Of the first load, active. */
    static final String CUSTOMER = "KH000002";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Example() {}

    static String aReference() {
        return "REF-" + COUNT.incrementAndGet();
    }

    /** A tax number nobody has; its check character may be wrong, which this ERP doesn't mind. */
    static String aTaxNumber() {
        return "92TEST%012d".formatted(COUNT.incrementAndGet());
    }

    /**
     * An active material that no other test gets, emptied and then stocked with these quantities,
     * the first expiring first.
     */
    static String aMaterialWithBatches(int... quantities) throws Exception {
        JsonNode rows = REST.get("/api/goods?limit=3000").get("data").get("rows");
        String material;
        JsonNode row;
        do {
            row = rows.get(rows.size() - COUNT.incrementAndGet());
            material = row.get("wlbm").asString();
        } while (row.get("zt").asInt() == 0);
        for (JsonNode batch : ADMIN.get("/admin/stock/" + material).get("batches")) {
            ADMIN.post(
                    "/admin/stock/issues",
                    Map.of(
                            "material",
                            material,
                            "batch",
                            batch.get("batch"),
                            "quantity",
                            batch.get("quantity")));
        }
        for (int i = 0; i < quantities.length; i++) {
            ADMIN.post(
                    "/admin/stock/receipts",
                    Map.of(
                            "material",
                            material,
                            "batch",
                            "T" + (i + 1),
                            "validUntil",
                            (2090 + i) + "-06-30",
                            "quantity",
                            new BigDecimal(quantities[i])));
        }
        return material;
    }

    /** Sends an order over REST and returns its ERP number. */
    static String anOrder(String reference, String material, int quantity) throws Exception {
        JsonNode answer =
                REST.post(
                        "/api/orders",
                        Map.of(
                                "wbdh",
                                reference,
                                "khbm",
                                CUSTOMER,
                                "mx",
                                List.of(
                                        RestClient.line(
                                                1,
                                                material,
                                                "" + quantity,
                                                "2",
                                                "" + 2 * quantity))));
        return answer.get("data").get("ddbh").asString();
    }
}
