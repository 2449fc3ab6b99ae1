package io.mallhub.gateway.rest;

import static io.mallhub.gateway.fixture.OpenApiProgram.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mallhub.binding.Connections;
import io.mallhub.catalog.Products;
import io.mallhub.commission.ErpVouchers;
import io.mallhub.commission.StatementView.VoucherState;
import io.mallhub.commission.Statements;
import io.mallhub.customer.CustomerType;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.ErpCustomers;
import io.mallhub.customer.Registrations;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.gateway.ApiClients.ShownOnce;
import io.mallhub.gateway.ClientRight;
import io.mallhub.gateway.client.Acceptance;
import io.mallhub.gateway.client.Acceptances;
import io.mallhub.gateway.client.Confirmation;
import io.mallhub.gateway.client.Confirmations;
import io.mallhub.gateway.client.Customer;
import io.mallhub.gateway.client.CustomerConfirmation;
import io.mallhub.gateway.client.CustomerConfirmations;
import io.mallhub.gateway.client.CustomerSheet;
import io.mallhub.gateway.client.Customers;
import io.mallhub.gateway.client.Fetch;
import io.mallhub.gateway.client.FetchedOrders;
import io.mallhub.gateway.client.Invoice;
import io.mallhub.gateway.client.Invoices;
import io.mallhub.gateway.client.MallApi;
import io.mallhub.gateway.client.Order;
import io.mallhub.gateway.client.PaperConfirmation;
import io.mallhub.gateway.client.PaperConfirmations;
import io.mallhub.gateway.client.Product;
import io.mallhub.gateway.client.ReceivedBatch;
import io.mallhub.gateway.client.RecordResult;
import io.mallhub.gateway.client.Rejection;
import io.mallhub.gateway.client.Rejections;
import io.mallhub.gateway.client.Results;
import io.mallhub.gateway.client.ReturnOrder;
import io.mallhub.gateway.client.ReturnReceipt;
import io.mallhub.gateway.client.ReturnReceipts;
import io.mallhub.gateway.client.Shipment;
import io.mallhub.gateway.client.Shipments;
import io.mallhub.gateway.client.ShippedBatch;
import io.mallhub.gateway.client.Status;
import io.mallhub.gateway.client.Stock;
import io.mallhub.gateway.client.StockBatch;
import io.mallhub.gateway.client.StockFigures;
import io.mallhub.gateway.client.Token;
import io.mallhub.gateway.client.Token.TokenTypeEnum;
import io.mallhub.gateway.client.TokenError;
import io.mallhub.gateway.client.Voiding;
import io.mallhub.gateway.client.Voidings;
import io.mallhub.gateway.client.Voucher;
import io.mallhub.gateway.fixture.CallingErps;
import io.mallhub.gateway.fixture.ErpContract;
import io.mallhub.gateway.fixture.GatewayTest;
import io.mallhub.gateway.fixture.OpenApiProgram;
import io.mallhub.gateway.fixture.OpenApiProgram.Refusal;
import io.mallhub.gateway.fixture.Papers;
import io.mallhub.order.ErpOrders;
import io.mallhub.order.ErpState;
import io.mallhub.order.OrderState;
import io.mallhub.order.Orders;
import io.mallhub.returns.ErpReturns;
import io.mallhub.returns.ReturnState;
import io.mallhub.returns.Returns;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.RegulatoryCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClientResponseException;

/**
 * The client that a generator makes of the published document does all that an ERP does. Whatever
 * it sends and gets is held against the document as well.
 */
@GatewayTest
class OpenApiClientTest {
    private static final BigDecimal TWO = new BigDecimal("2");

    @LocalServerPort private int port;
    @Autowired private CallingErps erps;
    @Autowired private Connections connections;
    @Autowired private Products products;
    @Autowired private Orders orders;
    @Autowired private ErpOrders erpOrders;
    @Autowired private io.mallhub.customer.Customers book;
    @Autowired private ErpCustomers erpCustomers;
    @Autowired private Registrations registrations;
    @Autowired private Returns returns;
    @Autowired private ErpReturns erpReturns;
    @Autowired private Statements statements;
    @Autowired private ErpVouchers erpVouchers;
    @Autowired private CustomerFixtures customers;
    @Autowired private TradeFixtures trade;
    @Autowired private Papers papers;
    @Autowired private MutableClock clock;
    private String connection = "";
    private ShownOnce client = new ShownOnce("", "");
    private OpenApiProgram program = OpenApiProgram.at(0);
    private MallApi mall = program.mall();

    @BeforeEach
    void aProgram() {
        connection = erps.aConnection();
        client = erps.aClient(connection);
        program = OpenApiProgram.at(port).withKey(client);
        mall = program.mall();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void aClientMadeOfTheDocumentDoesAllThatTheDocumentOffers() {
        goodsComeIn();
        aNewCustomerGoesOutAndComesBack();
        CustomerId buyer = customers.anActiveCustomer().id();
        trade.giveCredit(buyer, "100000");
        String shipped = anOrder(buyer);
        String rejected = anOrder(buyer);
        String voided = anOrder(buyer);
        ordersAreFetchedPageByPageAndConfirmed(Set.of(shipped, rejected, voided));
        whatBecomesOfOrdersIsReported(shipped, rejected, voided);
        returnsGoOutAndTheirGoodsComeBack(buyer, shipped);
        aVoucherIsBooked();
        aTokenIsGiven();
        assertThat(mall.contract()).contains("openapi: 3.1.0");

        assertThat(program.done()).isEqualTo(ErpContract.published().operations());
    }

    private void goodsComeIn() {
        assertTaken(
                mall.bringProducts(
                        new io.mallhub.gateway.client.Products()
                                .addRecordsItem(product(connection)),
                        null));
        assertTaken(
                mall.bringStock(
                        new StockFigures()
                                .addRecordsItem(
                                        new Stock()
                                                .productCode(connection)
                                                .asOf(now())
                                                .addBatchItem(
                                                        new StockBatch()
                                                                .number("B1")
                                                                .expiry(LocalDate.of(2028, 5, 31))
                                                                .quantity(new BigDecimal("100")))),
                        null));
        assertThat(products.byCode(connection)).isPresent();
    }

    private void aNewCustomerGoesOutAndComesBack() {
        CustomerId company =
                registrations.approvedCustomer(
                        customers.anApprovedApplication(
                                CustomerType.PHARMACY,
                                EnumSet.of(RegulatoryCategory.PRESCRIPTION)));
        erpCustomers.push(company);
        CustomerView view = book.customer(company).orElseThrow();

        CustomerSheet sheet = mall.fetchCustomers(new Fetch(), null).getCustomers().getFirst();
        assertThat(sheet.getReference()).isEqualTo(view.number());
        assertThat(sheet.getCode()).isNull();
        String code = "KH-" + sheet.getReference();
        assertTaken(
                mall.confirmCustomers(
                        new CustomerConfirmations()
                                .addRecordsItem(
                                        new CustomerConfirmation()
                                                .reference(sheet.getReference())
                                                .code(code)
                                                .version(sheet.getVersion())
                                                .at(now())),
                        null));
        assertThat(erpCustomers.push(company))
                .isEqualTo(new ErpCustomers.Outcome.Linked(code, true));
        assertTaken(
                mall.bringCustomers(
                        new Customers()
                                .addRecordsItem(
                                        new Customer()
                                                .code(code)
                                                .reference(sheet.getReference())
                                                .name(sheet.getName())
                                                .uscc(sheet.getUscc())
                                                .phone("0591-87654321")
                                                .changedAt(now())),
                        null));
        assertThat(book.customer(company).orElseThrow().company().phone())
                .isEqualTo("0591-87654321");
    }

    private String anOrder(CustomerId buyer) {
        String number = papers.anApprovedOrder(buyer, connection);
        erpOrders.push(number);
        return number;
    }

    private void ordersAreFetchedPageByPageAndConfirmed(Set<String> numbers) {
        FetchedOrders page = mall.fetchOrders(new Fetch().most(2), null);
        FetchedOrders rest = mall.fetchOrders(new Fetch().most(2), null);

        assertThat(page.getOrders()).hasSize(2);
        assertThat(page.getMore()).isTrue();
        assertThat(rest.getMore()).isFalse();
        assertThat(rest.getConfirmUntil()).isAfter(now());
        List<Order> fetched =
                List.of(
                        page.getOrders().getFirst(),
                        page.getOrders().getLast(),
                        rest.getOrders().getFirst());
        assertThat(fetched)
                .extracting(Order::getReference)
                .containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(fetched)
                .allSatisfy(
                        order -> {
                            assertThat(order.getAgain()).isFalse();
                            assertThat(order.getTotal()).isEqualByComparingTo("20");
                            assertThat(order.getLine().getFirst().getProductCode())
                                    .isEqualTo(connection);
                        });
        Confirmations all = new Confirmations();
        for (Order order : fetched) {
            all.addRecordsItem(
                    new Confirmation()
                            .reference(order.getReference())
                            .erpNumber(xs(order.getReference()))
                            .customerCode("KH-" + order.getCustomer().getReference())
                            .at(now()));
        }
        assertTaken(mall.confirmOrders(all, null));
        assertThat(numbers)
                .allSatisfy(
                        number ->
                                assertThat(orders.standing(number).orElseThrow().erpNumber())
                                        .isEqualTo(xs(number)));
    }

    private void whatBecomesOfOrdersIsReported(String shipped, String rejected, String voided) {
        assertTaken(
                mall.reportAcceptances(
                        new Acceptances()
                                .addRecordsItem(
                                        new Acceptance()
                                                .reference(shipped)
                                                .erpNumber(xs(shipped))
                                                .at(now())),
                        null));
        assertTaken(
                mall.reportRejections(
                        new Rejections()
                                .addRecordsItem(
                                        new Rejection()
                                                .reference(rejected)
                                                .erpNumber(xs(rejected))
                                                .words("客户已冻结")
                                                .at(now())),
                        null));
        assertTaken(mall.reportVoidings(voiding(voided, xs(voided)), null));
        assertTaken(
                mall.reportShipments(
                        new Shipments()
                                .addRecordsItem(
                                        new Shipment()
                                                .reference(shipped)
                                                .erpNumber(xs(shipped))
                                                .deliveryNumber("F-" + shipped)
                                                .shippedAt(now())
                                                .addBatchItem(
                                                        new ShippedBatch()
                                                                .line(1)
                                                                .productCode(connection)
                                                                .batch("B1")
                                                                .quantity(TWO))),
                        null));
        assertTaken(
                mall.reportInvoices(
                        new Invoices()
                                .addRecordsItem(
                                        new Invoice()
                                                .reference(shipped)
                                                .erpNumber(xs(shipped))
                                                .number("24352000000012345678")
                                                .issuedOn(LocalDate.of(2026, 11, 25))
                                                .amount(new BigDecimal("20.00"))),
                        null));
        assertThat(orders.order(shipped).orElseThrow().state()).isEqualTo(OrderState.SHIPPED);
        assertThat(orders.standing(rejected).orElseThrow().erpState()).isEqualTo(ErpState.REJECTED);
        assertThat(orders.standing(voided).orElseThrow().erpState()).isEqualTo(ErpState.VOIDED);
    }

    private void returnsGoOutAndTheirGoodsComeBack(CustomerId buyer, String order) {
        String received = papers.anApprovedReturn(buyer, order);
        erpReturns.create(received);
        ReturnOrder fetched = mall.fetchReturns(new Fetch(), null).getReturns().getFirst();
        assertThat(fetched.getReference()).isEqualTo(received);
        assertThat(fetched.getOrderNumber()).isEqualTo(xs(order));
        assertTaken(mall.confirmReturns(paper(received), null));
        assertTaken(
                mall.reportReturnReceipts(
                        new ReturnReceipts()
                                .addRecordsItem(
                                        new ReturnReceipt()
                                                .reference(received)
                                                .erpNumber("N-" + received)
                                                .receiptNumber("RK-" + received)
                                                .receivedAt(now())
                                                .addBatchItem(
                                                        new ReceivedBatch()
                                                                .productCode(connection)
                                                                .batch("B1")
                                                                .quantity(BigDecimal.ONE))),
                        null));
        assertThat(returns.find(received).orElseThrow().state()).isEqualTo(ReturnState.RECEIVED);

        String voided = papers.anApprovedReturn(buyer, order);
        erpReturns.create(voided);
        mall.fetchReturns(new Fetch(), null);
        assertTaken(mall.confirmReturns(paper(voided), null));
        erpReturns.voidReturn(voided, "改变主意");
        assertTaken(mall.reportReturnVoidings(voiding(voided, "N-" + voided), null));
        assertThat(erpReturns.voidReturn(voided, "改变主意"))
                .isInstanceOf(ErpReturns.VoidOutcome.Voided.class);
    }

    private void aVoucherIsBooked() {
        String number = papers.anApprovedStatement();
        erpVouchers.post(number);
        assertThat(mall.fetchVouchers(new Fetch(), null).getVouchers())
                .extracting(Voucher::getReference)
                .contains(number);
        assertTaken(mall.confirmVouchers(paper(number), null));
        erpVouchers.post(number);
        assertThat(statements.statement(number).orElseThrow().voucher().state())
                .isEqualTo(VoucherState.POSTED);
    }

    private void aTokenIsGiven() {
        program.withBasic(client.id(), client.secret());
        Token token = mall.token("client_credentials", null, null);
        assertThat(token.getTokenType()).isEqualTo(TokenTypeEnum.BEARER);
        assertThat(token.getExpiresIn()).isPositive();
    }

    @Test
    void aTokenOpensTheSameDoorAsTheKey() {
        MallApi nobody = OpenApiProgram.at(port).mall();
        String byForm =
                nobody.token("client_credentials", client.id(), client.secret()).getAccessToken();

        FetchedOrders answer =
                OpenApiProgram.at(port).withToken(byForm).mall().fetchOrders(new Fetch(), null);
        Refusal forged =
                problem(
                        () ->
                                OpenApiProgram.at(port)
                                        .withToken(byForm + "x")
                                        .mall()
                                        .fetchOrders(new Fetch(), null));

        assertThat(answer.getOrders()).isEmpty();
        assertThat(forged.status()).isEqualTo(401);
    }

    @Test
    void whoHasNoGoodSecretGetsNoToken() {
        MallApi nobody = OpenApiProgram.at(port).mall();

        RestClientResponseException byForm =
                catchThrowableOfType(
                        RestClientResponseException.class,
                        () -> nobody.token("client_credentials", client.id(), "wrong"));
        RestClientResponseException byBasic =
                catchThrowableOfType(
                        RestClientResponseException.class,
                        () ->
                                OpenApiProgram.at(port)
                                        .withBasic(client.id(), "wrong")
                                        .mall()
                                        .token("client_credentials", null, null));

        for (RestClientResponseException refused : List.of(byForm, byBasic)) {
            assertThat(refused.getStatusCode().value()).isEqualTo(401);
            assertThat(refused.getResponseBodyAs(TokenError.class))
                    .isEqualTo(new TokenError().error("invalid_client"));
        }
    }

    @Test
    void everyRecordIsAnsweredForItselfAndInItsOrder() {
        Results results =
                mall.bringProducts(
                        new io.mallhub.gateway.client.Products()
                                .addRecordsItem(product(connection))
                                .addRecordsItem(
                                        product(connection + "-b").changedAt(now().plusYears(1)))
                                .addRecordsItem(product(connection).changedAt(now().minusYears(1)))
                                .addRecordsItem(product(connection + "-c")),
                        null);

        assertThat(results.getResults())
                .extracting(RecordResult::getStatus)
                .containsExactly(Status.TAKEN, Status.REFUSED, Status.OUTDATED, Status.TAKEN);
        assertThat(results.getResults())
                .extracting(RecordResult::getPosition)
                .containsExactly(1, 2, 3, 4);
        RecordResult refused = results.getResults().get(1);
        assertThat(refused.getKey()).isEqualTo(connection + "-b");
        assertThat(refused.getCode()).isEqualTo("field.time");
        assertThat(refused.getReason()).contains("changedAt");
        assertThat(refused.getAdvice()).isNotBlank();
    }

    @Test
    void refusalsOfWholeCallsAreProblemsAsTheDocumentSays() {
        MallApi nobody = OpenApiProgram.at(port).mall();
        assertRefused(problem(() -> nobody.fetchOrders(new Fetch(), null)), 401, "sign-in.needed");

        MallApi poor =
                OpenApiProgram.at(port)
                        .withKey(erps.aClient(connection, Set.of(ClientRight.STOCK_IN), 600))
                        .mall();
        assertRefused(problem(() -> poor.fetchOrders(new Fetch(), null)), 403, "right.missing");

        io.mallhub.gateway.client.Products many = new io.mallhub.gateway.client.Products();
        for (int i = 0; i <= 1_000; i++) {
            many.addRecordsItem(product(connection + i));
        }
        assertRefused(problem(() -> mall.bringProducts(many, null)), 413, "records.too-many");

        assertRefused(
                problem(() -> mall.fetchOrders(new Fetch(), "not visible")),
                400,
                "idempotency-key.invalid");

        connections.pause(connection, "stocktaking", CallingErps.CLERK);
        Refusal paused = problem(() -> mall.fetchOrders(new Fetch(), null));
        assertRefused(paused, 503, "flow.paused");
        assertThat(paused.problem().getDetail()).contains("stocktaking");
        assertThat(paused.retryAfter()).isPresent();
    }

    private static void assertRefused(Refusal refusal, int status, String code) {
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.problem().getStatus()).isEqualTo(status);
        assertThat(refusal.problem().getCode()).isEqualTo(code);
        assertThat(refusal.problem().getType()).isEqualTo("urn:mallhub:problem:" + code);
        assertThat(refusal.problem().getDetail()).isNotBlank();
    }

    private Product product(String code) {
        return new Product()
                .code(code)
                .name("和胃整肠丸 " + code)
                .category("PRESCRIPTION")
                .unit("盒")
                .price(BigDecimal.TEN)
                .vatRate(new BigDecimal("0.13"))
                .changedAt(now());
    }

    private Voidings voiding(String reference, String erpNumber) {
        return new Voidings()
                .addRecordsItem(new Voiding().reference(reference).erpNumber(erpNumber).at(now()));
    }

    private PaperConfirmations paper(String reference) {
        return new PaperConfirmations()
                .addRecordsItem(
                        new PaperConfirmation()
                                .reference(reference)
                                .erpNumber("N-" + reference)
                                .at(now()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String xs(String order) {
        return "XS-" + order;
    }

    private static void assertTaken(Results results) {
        assertThat(results.getResults())
                .isNotEmpty()
                .extracting(RecordResult::getStatus)
                .containsOnly(Status.TAKEN);
    }
}
