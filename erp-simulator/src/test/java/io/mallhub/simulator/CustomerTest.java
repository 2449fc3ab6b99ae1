package io.mallhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.simulator.SoapClient.Reply;
import io.mallhub.simulator.kernel.Operation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Customers over both protocols. */
class CustomerTest {

    @Test
    void aCustomerCreatedOverSoapIsFoundOverRest() throws Exception {
        String reference = Example.aReference();
        String taxNo = Example.aTaxNumber();

        Reply created = Example.SOAP.call(saveCustomer(reference, taxNo));

        assertThat(created.text("IsSuccess")).isEqualTo("true");
        assertThat(created.text("FNumber")).matches("KH\\d{6}");
        JsonNode found =
                Example.REST.get("/api/customers/find?wbbh=" + reference).get("data").get("rows");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("khbm").asString()).isEqualTo(created.text("FNumber"));
        assertThat(found.get(0).get("khmc").asString()).isEqualTo("福州康宁大药房 & 分店");
        assertThat(Example.ADMIN.commits(Operation.CREATE_CUSTOMER)).containsEntry(reference, 1);
    }

    @Test
    void aCustomerCreatedOverRestIsFoundOverSoapByItsTaxNumber() throws Exception {
        String taxNo = Example.aTaxNumber();
        JsonNode created =
                Example.REST.post(
                        "/api/customers",
                        Map.of("wbbh", Example.aReference(), "khmc", "康宁诊所", "shxydm", taxNo));

        Reply found =
                Example.SOAP.call(
                        "<FindCustomer xmlns='urn:haitang:ht2005'><FTaxNo>%s</FTaxNo></FindCustomer>"
                                .formatted(taxNo));

        assertThat(found.all("Customer")).hasSize(1);
        assertThat(found.all("Customer").getFirst().text("FNumber"))
                .isEqualTo(created.get("data").get("khbm").asString());
    }

    @Test
    void aSecondCustomerWithTheSameTaxNumberIsRefusedWithTheExistingNumber() throws Exception {
        String taxNo = Example.aTaxNumber();
        String existing =
                Example.SOAP.call(saveCustomer(Example.aReference(), taxNo)).text("FNumber");
        String reference = Example.aReference();

        Reply soap = Example.SOAP.call(saveCustomer(reference, taxNo));
        JsonNode rest =
                Example.REST.post(
                        "/api/customers",
                        Map.of("wbbh", reference, "khmc", "又一家", "shxydm", taxNo));

        assertThat(soap.text("IsSuccess")).isEqualTo("false");
        assertThat(soap.text("FErrCode")).isEqualTo("KH003");
        assertThat(soap.text("FMessage")).contains(existing);
        assertThat(soap.text("FNumber")).isEqualTo(existing);
        assertThat(rest.get("code").asInt()).isEqualTo(2003);
        assertThat(rest.get("data").get("khbm").asString()).isEqualTo(existing);
        assertThat(Example.ADMIN.commits(Operation.CREATE_CUSTOMER)).doesNotContainKey(reference);
    }

    @Test
    void refusedCustomersLeaveNoGapInTheNumbers() throws Exception {
        String taxNo = Example.aTaxNumber();
        int first = number(Example.SOAP.call(saveCustomer(Example.aReference(), taxNo)));
        Example.SOAP.call(saveCustomer(Example.aReference(), taxNo));
        int second =
                number(Example.SOAP.call(saveCustomer(Example.aReference(), Example.aTaxNumber())));
        assertThat(second).isEqualTo(first + 1);
    }

    @Test
    void allCustomersOfTheOrderHistoryAreListed() throws Exception {
        Reply reply =
                Example.SOAP.call(
                        "<QueryCustomers xmlns='urn:haitang:ht2005'><FTop>5000</FTop></QueryCustomers>");
        JsonNode rest = Example.REST.get("/api/customers?limit=5000").get("data").get("rows");
        assertThat(reply.all("Customer")).hasSizeGreaterThanOrEqualTo(4372);
        assertThat(rest.size()).isGreaterThanOrEqualTo(4372);
    }

    @Test
    void anUnknownCustomerIsAnEmptyListAndNoError() throws Exception {
        Reply reply =
                Example.SOAP.call(
                        "<FindCustomer xmlns='urn:haitang:ht2005'><FClientNumber>nobody</FClientNumber></FindCustomer>");
        assertThat(reply.text("IsSuccess")).isEqualTo("true");
        assertThat(reply.all("Customer")).isEmpty();
        assertThat(Example.REST.get("/api/customers/find?wbbh=nobody").get("data").get("rows"))
                .isEmpty();
    }

    private static int number(Reply created) {
        return Integer.parseInt(created.text("FNumber").substring(2));
    }

    private static String saveCustomer(String reference, String taxNo) {
        return """
        <SaveCustomer xmlns="urn:haitang:ht2005"><FClientNumber>%s</FClientNumber>
        <FName>福州康宁大药房 &amp; 分店</FName><FTaxNo>%s</FTaxNo><FContact>陈女士</FContact></SaveCustomer>
        """
                .formatted(reference, taxNo);
    }
}
