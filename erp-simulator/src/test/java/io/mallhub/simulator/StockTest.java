package io.mallhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.simulator.SoapClient.Reply;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Stock as each protocol reports it. */
class StockTest {

    @Test
    void soapTellsOnHandAndAllocatedApartWhileRestTellsOnlyWhatIsAvailable() throws Exception {
        String material = Example.aMaterialWithBatches(60, 200);
        String order = Example.anOrder(Example.aReference(), material, 70);
        Example.ADMIN.accept(order);

        Reply soap = latestBySoap(material);
        JsonNode rest = latestByRest(material);

        assertThat(soap.text("FQty")).isEqualTo("260.000000");
        assertThat(soap.text("FLockQty")).isEqualTo("70.000000");
        assertThat(rest.get("kysl").asString()).isEqualTo("190.000000");
        assertThat(soap.text("FVersion")).isEqualTo(rest.get("bbh").asString());
    }

    @Test
    void batchesComeFirstExpiringFirstWithTheirOwnDateFormats() throws Exception {
        String material = Example.aMaterialWithBatches(5, 7);

        Reply soap = latestBySoap(material);
        JsonNode rest = latestByRest(material);

        assertThat(soap.all("Batch").stream().map(b -> b.text("FValidDate")))
                .containsExactly("2090-06-30", "2091-06-30");
        assertThat(rest.get("pc").get(0).get("yxq").asString()).isEqualTo("20900630");
        assertThat(rest.get("pc").get(1).get("sl").asString()).isEqualTo("7.000000");
    }

    @Test
    void eachPostingGivesTheStockANewVersion() throws Exception {
        String material = Example.aMaterialWithBatches(5);
        long before = latestByRest(material).get("bbh").asLong();

        Example.ADMIN.post(
                "/admin/stock/issues",
                java.util.Map.of("material", material, "batch", "T1", "quantity", 2));

        assertThat(latestByRest(material).get("bbh").asLong()).isEqualTo(before + 1);
    }

    @Test
    void allMaterialsHaveAStockRecord() throws Exception {
        JsonNode data = Example.REST.get("/api/stock?limit=5000").get("data");
        assertThat(data.get("rows")).hasSize(3141);
        assertThat(data.get("more").asBoolean()).isFalse();
    }

    private static Reply latestBySoap(String material) throws Exception {
        return Example.SOAP
                .call(
                        "<QueryInventory xmlns='urn:haitang:ht2005'><FTop>5000</FTop></QueryInventory>")
                .all("Inventory")
                .stream()
                .filter(i -> material.equals(i.text("FItemNumber")))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode latestByRest(String material) throws Exception {
        for (JsonNode row : Example.REST.get("/api/stock?limit=5000").get("data").get("rows")) {
            if (row.get("wlbm").asString().equals(material)) {
                return row;
            }
        }
        throw new AssertionError("no stock of " + material);
    }
}
