package io.mallhub.gateway.soap;

import static io.mallhub.gateway.fixture.Goods.T0;
import static io.mallhub.gateway.fixture.Goods.product;
import static io.mallhub.gateway.fixture.Goods.stock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Depth;
import io.mallhub.binding.Entity;
import io.mallhub.binding.FlowView;
import io.mallhub.binding.Quarantine;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.gateway.ApiClients;
import io.mallhub.gateway.ApiClients.ShownOnce;
import io.mallhub.gateway.ClientRight;
import io.mallhub.gateway.fixture.CallingErps;
import io.mallhub.gateway.fixture.GatewayTest;
import io.mallhub.gateway.fixture.SoapProgram;
import io.mallhub.gateway.wire.MallPort;
import io.mallhub.gateway.wire.Product;
import io.mallhub.gateway.wire.RecordResult;
import io.mallhub.gateway.wire.Status;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.Stock;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayTest
class SoapCallsTest {
    @LocalServerPort private int port;
    @Autowired private CallingErps erps;
    @Autowired private ApiClients clients;
    @Autowired private Products products;
    @Autowired private Stock stock;
    @Autowired private Quarantine quarantine;
    @Autowired private Connections connections;
    private String connection = "";
    private ShownOnce client = new ShownOnce("", "");

    @BeforeEach
    void anErpThatCalls() {
        connection = erps.aConnection();
        client = erps.aClient(connection);
    }

    private MallPort mall() {
        return SoapProgram.text(SoapProgram.soap11(port), client.id(), client.secret());
    }

    @Test
    void aClientMadeFromThePublishedWsdlBringsProductsOverBothVersionsOfSoap() {
        List<RecordResult> first = mall().upsertProducts(List.of(product(connection, "10", T0)));
        MallPort twelve =
                SoapProgram.digest(SoapProgram.soap12(port), client.id(), client.secret());
        List<RecordResult> second =
                twelve.upsertProducts(List.of(product(connection + "b", "11", T0)));

        assertThat(first).extracting(RecordResult::getStatus).containsExactly(Status.TAKEN);
        assertThat(second).extracting(RecordResult::getStatus).containsExactly(Status.TAKEN);
        assertThat(products.byCode(connection + "b")).isPresent();
    }

    @Test
    void httpBasicIsGoodToo() {
        MallPort mall = SoapProgram.basic(SoapProgram.soap11(port), client);

        assertThat(mall.upsertProducts(List.of(product(connection, "10", T0)))).hasSize(1);
    }

    @Test
    void aBadRecordNeverRejectsItsNeighbours() {
        List<Product> brought =
                IntStream.range(0, 5)
                        .mapToObj(i -> product(connection + "-" + i, "10", T0))
                        .toList();
        brought.get(1).setPrice(new java.math.BigDecimal("-1"));
        brought.get(3).setName(" ");

        List<RecordResult> results = mall().upsertProducts(brought);

        assertThat(results)
                .extracting(RecordResult::getStatus)
                .containsExactly(
                        Status.TAKEN,
                        Status.KEPT_ASIDE,
                        Status.TAKEN,
                        Status.REFUSED,
                        Status.TAKEN);
        assertThat(results.get(1).getReason()).contains("above 0");
        assertThat(results.get(1).getAdvice()).isNotBlank();
        assertThat(results.get(3).getCode()).isEqualTo("field.missing");
        assertThat(quarantine.page(connection, null, true, PageRequest.of(0, 10)).items())
                .extracting(Quarantine.Item::key)
                .containsExactly(connection + "-1");
    }

    @Test
    void whatIsOlderThanTheMallHasChangesNothing() {
        mall().upsertProducts(List.of(product(connection, "12", T0.plusSeconds(60))));
        mall().updateStock(List.of(stock(connection, "50", T0.plusSeconds(60))));

        RecordResult product = mall().upsertProducts(List.of(product(connection, "10", T0))).get(0);
        RecordResult figures = mall().updateStock(List.of(stock(connection, "99", T0))).get(0);

        assertThat(product.getStatus()).isEqualTo(Status.OUTDATED);
        assertThat(figures.getStatus()).isEqualTo(Status.OUTDATED);
        ProductView seen = products.byCode(connection).orElseThrow();
        assertThat(stock.sellable(Set.of(seen.id()))).containsEntry(seen.id(), Quantity.of(50));
    }

    @Test
    void stockOfAnUnknownProductWaitsForIt() {
        RecordResult before = mall().updateStock(List.of(stock(connection, "50", T0))).get(0);
        mall().upsertProducts(List.of(product(connection, "10", T0)));
        RecordResult after = mall().updateStock(List.of(stock(connection, "50", T0))).get(0);

        assertThat(before.getStatus()).isEqualTo(Status.KEPT_ASIDE);
        assertThat(before.getCode()).isEqualTo("record.waits-for-product");
        assertThat(after.getStatus()).isEqualTo(Status.TAKEN);
        assertThat(quarantine.page(connection, null, true, PageRequest.of(0, 10)).items())
                .isEmpty();
    }

    @Test
    void versionsOfOneRecordInOneCallAreTakenInTheirOrder() {
        List<RecordResult> results =
                mall().upsertProducts(
                                List.of(
                                        product(connection, "10", T0.plusSeconds(9)),
                                        product(connection, "11", T0),
                                        product(connection, "12", T0.plusSeconds(99))));

        assertThat(results)
                .extracting(RecordResult::getStatus)
                .containsExactly(Status.TAKEN, Status.OUTDATED, Status.TAKEN);
    }

    @Test
    void theSameAgainIsTakenAndCountedAsUnchanged() {
        mall().upsertProducts(List.of(product(connection, "10", T0)));
        mall().upsertProducts(List.of(product(connection, "10", T0)));

        FlowView flow =
                connections.flows(connection).stream()
                        .filter(it -> it.flow().equals("erp-product-in"))
                        .findFirst()
                        .orElseThrow();
        assertThat(flow.applied()).isEqualTo(1);
        assertThat(flow.unchanged()).isEqualTo(1);
    }

    @Test
    void aDirectionThatIsOffIsRefusedInWords() {
        erps.policies(connection, Map.of(Entity.STOCK, Depth.OFF, Entity.PRODUCT, Depth.OFF));

        assertThatThrownBy(() -> mall().upsertProducts(List.of(product(connection, "10", T0))))
                .isInstanceOf(SOAPFaultException.class)
                .hasMessageContaining("此连接未启用该类记录");
    }

    @Test
    void aClientMayDoNoMoreThanItsRights() {
        client = erps.aClient(connection, Set.of(ClientRight.STOCK_IN), 600);

        assertThatThrownBy(() -> mall().upsertProducts(List.of(product(connection, "10", T0))))
                .isInstanceOf(SOAPFaultException.class)
                .hasMessageContaining("PRODUCT_IN");
    }

    @Test
    void bothSecretsAreGoodWhileOneIsRotatedAndNoneOnceItIsRevoked() {
        ShownOnce fresh = clients.rotate(client.id(), CallingErps.CLERK);
        assertThat(mall().upsertProducts(List.of(product(connection, "10", T0)))).hasSize(1);
        client = fresh;
        assertThat(mall().upsertProducts(List.of(product(connection, "10", T0)))).hasSize(1);

        clients.revoke(client.id(), "test", CallingErps.CLERK);

        assertThatThrownBy(() -> mall().upsertProducts(List.of(product(connection, "10", T0))))
                .isInstanceOf(SOAPFaultException.class);
    }
}
