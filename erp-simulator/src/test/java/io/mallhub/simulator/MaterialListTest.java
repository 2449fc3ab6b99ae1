package io.mallhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.simulator.SoapClient.Reply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The list of materials, walked over both protocols. */
class MaterialListTest {

    @Test
    void bothProtocolsListAll3141MaterialsThoughTheyShareOneTimestamp() throws Exception {
        Set<String> soap = new HashSet<>();
        for (Reply material : allBySoap(500)) {
            assertThat(soap.add(material.text("FNumber"))).isTrue();
        }
        Set<String> rest = new HashSet<>();
        for (JsonNode row : allByRest(700)) {
            assertThat(rest.add(row.get("wlbm").asString())).isTrue();
        }
        assertThat(soap).hasSize(3141).isEqualTo(rest);
    }

    @Test
    void dirtyCellsArriveExactlyAsTheListHasThem() throws Exception {
        Map<String, Reply> byCode = new HashMap<>();
        for (Reply material : allBySoap(5000)) {
            byCode.put(material.text("FDrugCode"), material);
        }
        assertThat(byCode).containsKey("86979250000088；86979150000249");
        assertThat(byCode.values().stream().map(m -> m.text("FHolderCN"))).contains("--", "——", "");
        assertThat(byCode.values().stream().map(m -> m.text("FName")))
                .anyMatch(name -> !name.equals(name.strip()));
    }

    @Test
    void everyCellIsTheSameOverBothProtocols() throws Exception {
        Map<String, Reply> soap = new HashMap<>();
        for (Reply m : allBySoap(5000)) {
            soap.put(m.text("FNumber"), m);
        }
        for (JsonNode row : allByRest(5000)) {
            Reply m = Objects.requireNonNull(soap.get(row.get("wlbm").asString()));
            assertThat(
                            List.of(
                                    row.get("wlmc").asString(),
                                    row.get("gg").asString(),
                                    row.get("jx").asString(),
                                    row.get("pzwh").asString(),
                                    row.get("cyrzw").asString(),
                                    row.get("cyryw").asString(),
                                    row.get("cjzw").asString(),
                                    row.get("cjyw").asString(),
                                    row.get("bwm").asString(),
                                    row.get("bwmbz").asString(),
                                    row.get("dw").asString(),
                                    row.get("bzj").asString()))
                    .containsExactly(
                            m.text("FName"),
                            m.text("FModel"),
                            m.text("FDosageForm"),
                            m.text("FApprovalNo"),
                            m.text("FHolderCN"),
                            m.text("FHolderEN"),
                            m.text("FMakerCN"),
                            m.text("FMakerEN"),
                            m.text("FDrugCode"),
                            m.text("FDrugCodeRemark"),
                            m.text("FUnitName"),
                            m.text("FSalePrice"));
        }
    }

    @Test
    void aChangedPriceMovesTheMaterialBehindThePointReadBefore() throws Exception {
        String material = Example.aMaterialWithBatches(1);
        List<JsonNode> all = allByRest(5000);
        long last = all.getLast().get("xgsj").asLong();
        String lastNumber = all.getLast().get("wlbm").asString();

        Example.ADMIN.post("/admin/materials/" + material + "/price", Map.of("price", "12.345"));

        JsonNode rows =
                Example.REST
                        .get("/api/goods?since=" + last + "&after=" + lastNumber)
                        .get("data")
                        .get("rows");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("wlbm").asString()).isEqualTo(material);
        assertThat(rows.get(0).get("bzj").asString()).isEqualTo("12.345000");
    }

    @Test
    void aTimeWithoutANumberIncludesThatVeryTime() throws Exception {
        JsonNode first = Example.REST.get("/api/goods?limit=1").get("data").get("rows").get(0);
        JsonNode again =
                Example.REST
                        .get("/api/goods?limit=1&since=" + first.get("xgsj").asLong())
                        .get("data")
                        .get("rows")
                        .get(0);
        assertThat(again.get("wlbm")).isEqualTo(first.get("wlbm"));
    }

    @Test
    void vatIsPercentOverSoapAndAFractionOverRest() throws Exception {
        String number =
                Example.REST
                        .get("/api/goods?limit=1")
                        .get("data")
                        .get("rows")
                        .get(0)
                        .get("wlbm")
                        .asString();
        Reply soap = allBySoap(1000).getFirst();
        assertThat(soap.text("FNumber")).isEqualTo(number);
        assertThat(soap.text("FTaxRate")).isIn("13.00", "3.00");
        assertThat(allByRest(1000).getFirst().get("sl").asString()).isIn("0.13", "0.03");
    }

    private static List<Reply> allBySoap(int top) throws Exception {
        List<Reply> all = new ArrayList<>();
        String point = "";
        boolean more = true;
        while (more) {
            Reply reply =
                    Example.SOAP.call(
                            "<QueryMaterials xmlns='urn:haitang:ht2005'>%s<FTop>%d</FTop></QueryMaterials>"
                                    .formatted(point, top));
            all.addAll(reply.all("Material"));
            point =
                    "<FSinceTime>%s</FSinceTime><FSinceNumber>%s</FSinceNumber>"
                            .formatted(
                                    all.getLast().text("FModifyTime"),
                                    all.getLast().text("FNumber"));
            more = reply.text("FHasMore").equals("true");
        }
        return all;
    }

    private static List<JsonNode> allByRest(int limit) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        String point = "";
        boolean more = true;
        while (more) {
            JsonNode data = Example.REST.get("/api/goods?limit=" + limit + point).get("data");
            data.get("rows").forEach(all::add);
            point =
                    "&since=%d&after=%s"
                            .formatted(
                                    all.getLast().get("xgsj").asLong(),
                                    all.getLast().get("wlbm").asString());
            more = data.get("more").asBoolean();
        }
        return all;
    }
}
