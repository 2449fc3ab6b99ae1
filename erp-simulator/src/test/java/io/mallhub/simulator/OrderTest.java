package io.mallhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.simulator.SoapClient.Reply;
import io.mallhub.simulator.kernel.Operation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The life of a sales order, over both protocols and at the desk. */
class OrderTest {

    @AfterEach
    void standardOptions() {
        Example.ADMIN.options(false, false);
    }

    @Test
    void anOrderIsAcceptedShippedInTwoPartsByFirstExpiryAndSeenSoOverBothProtocols()
            throws Exception {
        String material = Example.aMaterialWithBatches(6, 100);
        String reference = Example.aReference();
        String order = saveBySoap(reference, material, "10", "0.335", "3.35");

        Example.ADMIN.accept(order);
        Example.ADMIN.post(
                "/admin/orders/" + order + "/ship",
                Map.of("lines", List.of(Map.of("line", 1, "batch", "T2", "quantity", 3))));

        assertThat(find(reference).text("FStatus")).isEqualTo("BFFH");
        assertThat(findRest(reference).get("zt").asInt()).isEqualTo(20);

        Example.ADMIN.ship(order);

        Reply soap = find(reference);
        assertThat(soap.text("FStatus")).isEqualTo("YFH");
        assertThat(soap.all("Entry").getFirst().text("FShipQty")).isEqualTo("10.000000");
        assertThat(
                        soap.all("DeliveryEntry").stream()
                                .map(l -> l.text("FBatchNo") + " " + l.text("FQty")))
                .containsExactly("T2 3.000000", "T1 6.000000", "T2 1.000000");
        JsonNode rest = findRest(reference);
        assertThat(rest.get("zt").asInt()).isEqualTo(30);
        assertThat(rest.get("fh")).hasSize(2);
        assertThat(rest.get("fh").get(0).get("fhdh").asString()).matches("XSCK-\\d{4}-\\d{6}");
        assertThat(rest.get("fh").get(1).get("mx").get(0).get("yxq").asString())
                .isEqualTo("20900630");
        assertThat(soap.all("Invoice").stream().map(i -> i.text("FAmount")))
                .containsExactly("1.01", "2.34");
        assertThat(rest.get("fp")).hasSize(2);
        assertThat(rest.get("fp").get(0).get("fphm").asString()).matches("\\d{2}312\\d{15}");
        assertThat(rest.get("fp").get(0).get("je").asString()).isEqualTo("1.01");
        JsonNode stock = Example.ADMIN.get("/admin/stock/" + material);
        assertThat(stock.get("onHand").asString()).isEqualTo("96");
        assertThat(stock.get("allocated").asString()).isEqualTo("0");
    }

    @Test
    void theSameReferenceTwiceMakesTwoOrders() throws Exception {
        String material = Example.aMaterialWithBatches(10);
        String reference = Example.aReference();

        Example.anOrder(reference, material, 1);
        Example.anOrder(reference, material, 1);

        assertThat(Example.ADMIN.commits(Operation.CREATE_ORDER)).containsEntry(reference, 2);
        assertThat(Example.ADMIN.ordersWithReference(reference)).hasSize(2);
    }

    @Test
    void withTheOptionTheSecondOrderIsRefusedWithTheNumberOfTheFirst() throws Exception {
        String material = Example.aMaterialWithBatches(10);
        String reference = Example.aReference();
        Example.ADMIN.options(true, false);
        String first = Example.anOrder(reference, material, 1);

        Reply second =
                Example.SOAP.call(saveOrder(reference, Example.CUSTOMER, material, "1", "2", "2"));

        assertThat(second.text("FErrCode")).isEqualTo("DD001");
        assertThat(second.text("FBillNo")).isEqualTo(first);
        assertThat(Example.ADMIN.commits(Operation.CREATE_ORDER)).containsEntry(reference, 1);
    }

    @Test
    void aVoidOrderGivesItsAllocationBackAndStaysVoid() throws Exception {
        String material = Example.aMaterialWithBatches(10);
        String reference = Example.aReference();
        String order = Example.anOrder(reference, material, 4);
        Example.ADMIN.accept(order);
        String payload =
                "<VoidSalesOrder xmlns='urn:haitang:ht2005'><FBillNo>%s</FBillNo><FReason>客户取消</FReason></VoidSalesOrder>"
                        .formatted(order);

        assertThat(Example.SOAP.call(payload).text("FStatus")).isEqualTo("ZF");
        JsonNode again = Example.REST.post("/api/orders/" + order + "/void", Map.of("yy", "again"));

        assertThat(again.get("data").get("zt").asInt()).isEqualTo(99);
        assertThat(find(reference).text("FReason")).isEqualTo("客户取消");
        assertThat(Example.ADMIN.get("/admin/stock/" + material).get("allocated").asString())
                .isEqualTo("0");
        assertThat(Example.ADMIN.commits(Operation.VOID_ORDER)).containsEntry(reference, 1);
    }

    @Test
    void aShippedOrderCannotBeVoided() throws Exception {
        String order = Example.anOrder(Example.aReference(), Example.aMaterialWithBatches(10), 4);
        Example.ADMIN.accept(order);
        Example.ADMIN.ship(order);

        JsonNode answer =
                Example.REST.post("/api/orders/" + order + "/void", Map.of("yy", "too late"));

        assertThat(answer.get("code").asInt()).isEqualTo(4006);
        assertThat(answer.get("data").get("ddbh").asString()).isEqualTo(order);
    }

    @Test
    void aRejectedOrderTellsTheReason() throws Exception {
        String reference = Example.aReference();
        Example.ADMIN.reject(
                Example.anOrder(reference, Example.aMaterialWithBatches(1), 1), "价格有误");
        assertThat(find(reference).text("FStatus")).isEqualTo("BH");
        assertThat(find(reference).text("FReason")).isEqualTo("价格有误");
    }

    @Test
    void acceptingNeedsStockForAllLinesOfAMaterialTogether() throws Exception {
        String material = Example.aMaterialWithBatches(10);
        JsonNode created =
                Example.REST.post(
                        "/api/orders",
                        Map.of(
                                "wbdh",
                                Example.aReference(),
                                "khbm",
                                Example.CUSTOMER,
                                "mx",
                                List.of(
                                        RestClient.line(1, material, "6", "1", "6"),
                                        RestClient.line(2, material, "6", "1", "6"))));
        String order = created.get("data").get("ddbh").asString();

        assertThatThrownBy(() -> Example.ADMIN.accept(order)).hasMessageContaining("DD008");
        assertThat(Example.ADMIN.get("/admin/stock/" + material).get("allocated").asString())
                .isEqualTo("0");
    }

    @Test
    void autoAcceptAcceptsWhatStockAllowsAndRejectsTheRest() throws Exception {
        String material = Example.aMaterialWithBatches(10);
        Example.ADMIN.options(false, true);
        String first = Example.aReference();
        String second = Example.aReference();

        Example.anOrder(first, material, 8);
        Example.anOrder(second, material, 8);

        assertThat(find(first).text("FStatus")).isEqualTo("YS");
        assertThat(find(second).text("FStatus")).isEqualTo("BH");
        assertThat(find(second).text("FReason")).contains("库存不足");
        assertThat(Example.ADMIN.commits(Operation.CREATE_ORDER)).containsEntry(second, 1);
    }

    @Test
    void ordersChangedAreListedInTheOrderOfTheirChanges() throws Exception {
        String material = Example.aMaterialWithBatches(10);
        String first = Example.anOrder(Example.aReference(), material, 1);
        String second = Example.anOrder(Example.aReference(), material, 1);
        Example.ADMIN.accept(first);

        List<String> numbers =
                Example.SOAP
                        .call(
                                "<QuerySalesOrders xmlns='urn:haitang:ht2005'><FTop>5000</FTop></QuerySalesOrders>")
                        .all("SalesOrder")
                        .stream()
                        .map(o -> o.text("FBillNo"))
                        .toList();

        assertThat(numbers).containsSubsequence(second, first).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "KH999999, 1, 2, 2, KH001, 2001",
        "KH000001, 1, 2, 2, KH002, 2002",
        "KH000002, 0, 2, 0, DD002, 4002",
        "KH000002, -1, 2, -2, DD002, 4002",
        "KH000002, 1, -2, -2, DD003, 4003",
        "KH000002, 3, 0.335, 1.00, DD004, 4004"
    })
    void aBadOrderIsRefusedInBothProtocolsAndLeavesNothing(
            String customer,
            String quantity,
            String price,
            String amount,
            String soapCode,
            int restCode)
            throws Exception {
        String material = Example.aMaterialWithBatches(10);
        String reference = Example.aReference();

        Reply soap =
                Example.SOAP.call(
                        saveOrder(reference, customer, material, quantity, price, amount));
        JsonNode rest =
                Example.REST.post(
                        "/api/orders",
                        Map.of(
                                "wbdh",
                                reference,
                                "khbm",
                                customer,
                                "mx",
                                List.of(RestClient.line(1, material, quantity, price, amount))));

        assertThat(soap.text("IsSuccess")).isEqualTo("false");
        assertThat(soap.text("FErrCode")).isEqualTo(soapCode);
        assertThat(rest.get("code").asInt()).isEqualTo(restCode);
        assertThat(Example.ADMIN.ordersWithReference(reference)).isEmpty();
    }

    @Test
    void unknownAndStoppedMaterialsAndOrdersWithoutLinesAreRefused() throws Exception {
        String stopped = Example.aMaterialWithBatches(1);
        Example.ADMIN.post("/admin/materials/" + stopped + "/active", Map.of("active", false));
        assertThat(
                        Example.SOAP
                                .call(
                                        saveOrder(
                                                Example.aReference(),
                                                Example.CUSTOMER,
                                                stopped,
                                                "1",
                                                "2",
                                                "2"))
                                .text("FErrCode"))
                .isEqualTo("WL002");
        assertThat(
                        Example.SOAP
                                .call(
                                        saveOrder(
                                                Example.aReference(),
                                                Example.CUSTOMER,
                                                "JK.00.999999",
                                                "1",
                                                "2",
                                                "2"))
                                .text("FErrCode"))
                .isEqualTo("WL001");
        assertThat(
                        Example.REST
                                .post(
                                        "/api/orders",
                                        Map.of(
                                                "wbdh",
                                                Example.aReference(),
                                                "khbm",
                                                Example.CUSTOMER,
                                                "mx",
                                                List.of()))
                                .get("code")
                                .asInt())
                .isEqualTo(4007);
    }

    private static String saveBySoap(
            String reference, String material, String quantity, String price, String amount)
            throws Exception {
        return Example.SOAP
                .call(saveOrder(reference, Example.CUSTOMER, material, quantity, price, amount))
                .text("FBillNo");
    }

    private static String saveOrder(
            String reference,
            String customer,
            String material,
            String quantity,
            String price,
            String amount) {
        return """
        <SaveSalesOrder xmlns="urn:haitang:ht2005"><FClientBillNo>%s</FClientBillNo><FCustNumber>%s</FCustNumber>
        <Entry><FEntryID>1</FEntryID><FItemNumber>%s</FItemNumber><FQty>%s</FQty><FPrice>%s</FPrice><FAmount>%s</FAmount></Entry>
        </SaveSalesOrder>
        """
                .formatted(reference, customer, material, quantity, price, amount);
    }

    private static Reply find(String reference) throws Exception {
        return Example.SOAP
                .call(
                        "<FindSalesOrder xmlns='urn:haitang:ht2005'><FClientBillNo>%s</FClientBillNo></FindSalesOrder>"
                                .formatted(reference))
                .all("SalesOrder")
                .getFirst();
    }

    private static JsonNode findRest(String reference) throws Exception {
        return Example.REST
                .get("/api/orders/find?wbdh=" + reference)
                .get("data")
                .get("rows")
                .get(0);
    }
}
