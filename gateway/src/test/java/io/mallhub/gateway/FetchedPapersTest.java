package io.mallhub.gateway;

import static io.mallhub.gateway.fixture.Goods.T0;
import static io.mallhub.gateway.fixture.Goods.product;
import static io.mallhub.gateway.fixture.Goods.stock;
import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.commission.ErpVouchers;
import io.mallhub.commission.ErpVouchers.PostOutcome;
import io.mallhub.commission.StatementView.VoucherState;
import io.mallhub.commission.Statements;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.gateway.ApiClients.ShownOnce;
import io.mallhub.gateway.fixture.CallingErps;
import io.mallhub.gateway.fixture.FetchingErp;
import io.mallhub.gateway.fixture.GatewayTest;
import io.mallhub.gateway.fixture.Papers;
import io.mallhub.gateway.fixture.Protocol;
import io.mallhub.gateway.internal.WireJson;
import io.mallhub.gateway.wire.MallPort;
import io.mallhub.gateway.wire.ReceivedBatch;
import io.mallhub.gateway.wire.ReturnLine;
import io.mallhub.gateway.wire.ReturnOrder;
import io.mallhub.gateway.wire.ReturnReceipt;
import io.mallhub.gateway.wire.Shipment;
import io.mallhub.gateway.wire.ShippedBatch;
import io.mallhub.gateway.wire.Status;
import io.mallhub.gateway.wire.Voiding;
import io.mallhub.gateway.wire.Voucher;
import io.mallhub.order.ErpOrders;
import io.mallhub.returns.ErpReturns;
import io.mallhub.returns.ErpReturns.CreateOutcome;
import io.mallhub.returns.ErpReturns.VoidOutcome;
import io.mallhub.returns.ReturnState;
import io.mallhub.returns.Returns;
import io.mallhub.shared.CustomerId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Returns and vouchers of an ERP that cannot be called. */
@GatewayTest
@ParameterizedClass
@EnumSource(Protocol.class)
class FetchedPapersTest {
    @Parameter private Protocol protocol = Protocol.REST;
    @LocalServerPort private int port;
    @Autowired private CallingErps erps;
    @Autowired private ErpOrders erpOrders;
    @Autowired private Returns returns;
    @Autowired private ErpReturns erpReturns;
    @Autowired private Statements statements;
    @Autowired private ErpVouchers erpVouchers;
    @Autowired private CustomerFixtures customers;
    @Autowired private TradeFixtures trade;
    @Autowired private Papers papers;
    @Autowired private WireJson json;
    @Autowired private MutableClock clock;
    @Autowired private JdbcClient jdbc;
    private String connection = "";
    private ShownOnce client = new ShownOnce("", "");

    @BeforeEach
    void anErp() {
        connection = erps.aConnection();
        client = erps.aClient(connection);
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private MallPort mall() {
        return protocol.open(port, client, json);
    }

    private FetchingErp erp() {
        return new FetchingErp(mall(), clock);
    }

    @Test
    void aReturnIsFetchedConfirmedOnceAndItsGoodsAreReported() {
        String number = anApprovedReturn();
        assertThat(erpReturns.create(number)).isInstanceOf(CreateOutcome.Waiting.class);

        ReturnOrder sheet = erp().returns().getFirst();
        assertThat(sheet.getReference()).isEqualTo(number);
        assertThat(sheet.isAgain()).isFalse();
        assertThat(sheet.getOrderNumber()).startsWith("XS-");
        assertThat(sheet.getLine())
                .singleElement()
                .extracting(ReturnLine::getBatch)
                .isEqualTo("B1");
        assertThat(erp().returns()).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        leasesEnd();
        assertThat(erp().returns().getFirst().isAgain()).isTrue();
        assertThat(erpReturns.create(number)).isInstanceOf(CreateOutcome.Waiting.class);

        assertThat(erp().confirmReturn(number, "XT-" + number).getStatus()).isEqualTo(Status.TAKEN);
        assertThat(erp().confirmReturn(number, "XT-" + number).getStatus()).isEqualTo(Status.TAKEN);
        assertThat(erp().confirmReturn(number, "XT-2").getCode()).isEqualTo("order.other-number");
        assertThat(erpReturns.create(number)).isInstanceOf(CreateOutcome.Acknowledged.class);
        assertThat(returns.find(number).orElseThrow().erpNumber()).isEqualTo("XT-" + number);

        assertThat(mall().reportReturnReceipts(List.of(receipt(number))).getFirst().getStatus())
                .isEqualTo(Status.TAKEN);
        assertThat(returns.find(number).orElseThrow().state()).isEqualTo(ReturnState.RECEIVED);
    }

    @Test
    void aReturnThatWasTakenBackIsNotHandedOut() {
        String number = anApprovedReturn();
        erpReturns.create(number);
        returns.withdraw(number, "改变主意");

        assertThat(erp().returns()).isEmpty();
        assertThat(erp().confirmReturn(number, "XT").getCode()).isEqualTo("order.unknown");
    }

    @Test
    void aReturnThatWasFetchedIsTakenBackByTheWordOfTheErp() {
        String number = anApprovedReturn();
        erpReturns.create(number);
        erp().returns();
        erp().confirmReturn(number, "XT-" + number);
        assertThat(erpReturns.voidReturn(number, "改变主意")).isInstanceOf(VoidOutcome.Waiting.class);

        Voiding voiding = new Voiding();
        voiding.setReference(number);
        voiding.setErpNumber("XT-" + number);
        voiding.setAt(clock.instant());
        assertThat(mall().reportReturnVoidings(List.of(voiding)).getFirst().getStatus())
                .isEqualTo(Status.TAKEN);

        assertThat(erpReturns.voidReturn(number, "改变主意")).isInstanceOf(VoidOutcome.Voided.class);
    }

    @Test
    void aReturnWaitsForItsOrder() {
        String number = anApprovedReturn();
        erpReturns.create(number);
        jdbc.sql("delete from binding where connection = :c and entity = 'CUSTOMER'")
                .param("c", connection)
                .update();

        assertThat(erp().returns()).isEmpty();
        assertThat(
                        jdbc.sql("select detail from outgoing where mall_id = :number")
                                .param("number", number)
                                .query(String.class)
                                .single())
                .contains("is not known to the ERP");
    }

    @Test
    void aVoucherIsFetchedAndConfirmedOnce() {
        String number = papers.anApprovedStatement();
        assertThat(erpVouchers.post(number)).isInstanceOf(PostOutcome.Waiting.class);

        Voucher voucher = voucher(number).orElseThrow();
        assertThat(voucher.isAgain()).isFalse();
        assertThat(voucher.getAmount()).isPositive();
        assertThat(voucher(number)).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        leasesEnd();
        assertThat(voucher(number).orElseThrow().isAgain()).isTrue();

        assertThat(erp().confirmVoucher(number, "PZ-" + number).getStatus())
                .isEqualTo(Status.TAKEN);
        assertThat(erp().confirmVoucher(number, "PZ-" + number).getStatus())
                .isEqualTo(Status.TAKEN);
        assertThat(erp().confirmVoucher(number, "PZ-2").getCode()).isEqualTo("order.other-number");
        assertThat(erpVouchers.post(number)).isInstanceOf(PostOutcome.Posted.class);
        assertThat(statements.statement(number).orElseThrow().voucher().state())
                .isEqualTo(VoucherState.POSTED);
    }

    private Optional<Voucher> voucher(String number) {
        return erp().vouchers().stream().filter(it -> it.getReference().equals(number)).findFirst();
    }

    private String anApprovedReturn() {
        CustomerId buyer = customers.anActiveCustomer().id();
        return papers.anApprovedReturn(buyer, aShippedOrder(buyer));
    }

    private String aShippedOrder(CustomerId buyer) {
        mall().upsertProducts(List.of(product(connection, "10", T0)));
        mall().updateStock(List.of(stock(connection, "100", T0)));
        trade.giveCredit(buyer, "100000");
        String number = papers.anApprovedOrder(buyer, connection);
        erpOrders.push(number);
        erp().orders();
        erp().confirmOrder(number, "XS-" + number, "KH-" + number);
        ShippedBatch batch = new ShippedBatch();
        batch.setProductCode(connection);
        batch.setBatch("B1");
        batch.setQuantity(new BigDecimal("2"));
        Shipment shipment = new Shipment();
        shipment.setReference(number);
        shipment.setErpNumber("XS-" + number);
        shipment.setDeliveryNumber("F-" + number);
        shipment.setShippedAt(clock.instant());
        shipment.getBatch().add(batch);
        assertThat(mall().reportShipments(List.of(shipment)).getFirst().getStatus())
                .isEqualTo(Status.TAKEN);
        return number;
    }

    private ReturnReceipt receipt(String number) {
        ReceivedBatch batch = new ReceivedBatch();
        batch.setProductCode(connection);
        batch.setBatch("B1");
        batch.setQuantity(BigDecimal.ONE);
        ReturnReceipt receipt = new ReturnReceipt();
        receipt.setReference(number);
        receipt.setErpNumber("XT-" + number);
        receipt.setReceiptNumber("RK-" + number);
        receipt.setReceivedAt(clock.instant());
        receipt.setReceiver("库管员");
        receipt.getBatch().add(batch);
        return receipt;
    }

    /** They are kept by the clock of the database. */
    private void leasesEnd() {
        jdbc.sql("update outgoing set lease_until = null").update();
    }
}
