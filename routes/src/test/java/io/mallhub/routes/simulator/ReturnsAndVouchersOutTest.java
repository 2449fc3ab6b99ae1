package io.mallhub.routes.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.binding.Flow;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.commission.CommissionRules;
import io.mallhub.commission.CommissionRules.PutRule;
import io.mallhub.commission.ErpVouchers;
import io.mallhub.commission.ErpVouchers.PostOutcome;
import io.mallhub.commission.Payees;
import io.mallhub.commission.Payouts;
import io.mallhub.commission.Rule;
import io.mallhub.commission.StatementView.Step;
import io.mallhub.commission.StatementView.VoucherState;
import io.mallhub.commission.Statements;
import io.mallhub.fixture.CustomerFixtures;
import io.mallhub.fixture.MutableClock;
import io.mallhub.fixture.TradeFixtures;
import io.mallhub.identity.Accounts;
import io.mallhub.identity.Role;
import io.mallhub.order.ErpOrders;
import io.mallhub.order.ErpOrders.PushOutcome;
import io.mallhub.order.Orders;
import io.mallhub.returns.ErpReturns;
import io.mallhub.returns.ErpReturns.CreateOutcome;
import io.mallhub.returns.ErpReturns.VoidOutcome;
import io.mallhub.returns.ReturnReason;
import io.mallhub.returns.ReturnState;
import io.mallhub.returns.ReturnWish;
import io.mallhub.returns.ReturnableLine;
import io.mallhub.returns.Returns;
import io.mallhub.returns.SubmitReturn;
import io.mallhub.returns.SubmitReturnOutcome;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.Protocol;
import io.mallhub.routes.fixture.SimulatorTest;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.Quantity;
import io.mallhub.shared.RegulatoryCategory;
import io.mallhub.simulator.fixture.SimulatorAdmin;
import io.mallhub.simulator.fixture.TestSimulator;
import io.mallhub.simulator.kernel.Operation;
import io.mallhub.stock.Stock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Returns and vouchers of the mall in the ERP: whatever breaks on the way, each is there once. */
@SimulatorTest
class ReturnsAndVouchersOutTest {
    private static final Actor SALES = Actor.staff("sales-of-vouchers", "销售");
    private static final Actor FINANCE = Actor.staff("finance-of-vouchers", "财务甲");
    private static final Actor SECOND = Actor.staff("second-of-vouchers", "财务乙");
    private static final Map<Protocol, String> LOADED = new EnumMap<>(Protocol.class);

    @Autowired private Desk desk;
    @Autowired private Products products;
    @Autowired private Stock stock;
    @Autowired private Orders orders;
    @Autowired private ErpOrders erpOrders;
    @Autowired private Returns returns;
    @Autowired private ErpReturns erpReturns;
    @Autowired private CommissionRules rules;
    @Autowired private Statements statements;
    @Autowired private Payouts payouts;
    @Autowired private Payees payees;
    @Autowired private ErpVouchers erpVouchers;
    @Autowired private Accounts accounts;
    @Autowired private CustomerFixtures customers;
    @Autowired private TradeFixtures trade;
    @Autowired private MutableClock clock;
    private final SimulatorAdmin erp = TestSimulator.shared().admin();

    @BeforeEach
    void anErpThatWorks() {
        erp.clearFaults();
        erp.resetOracle();
    }

    @AfterEach
    void back() {
        erp.clearFaults();
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "SOAP, DROP_BEFORE_COMMIT", "REST, DROP_AFTER_COMMIT",
        "SOAP, TRUNCATED_REPLY", "REST, HTTP_503"
    })
    void aReturnArrivesOnceAndItsGoodsComeBackByTheFlow(Protocol protocol, String fault) {
        String connection = connect(protocol);
        String number = anApprovedReturn(connection);
        erp.breakNext(Operation.CREATE_RETURN, fault, 1);

        String code = createUntilAcknowledged(number);

        assertThat(erp.commits(Operation.CREATE_RETURN)).containsOnly(Map.entry(number, 1));
        assertThat(returns.find(number).orElseThrow().erpNumber()).isEqualTo(code);
        erp.receive(code, "库管员");
        assertThat(desk.run(connection, Flow.RETURN_STATUS_IN).lastError()).isNull();
        assertThat(returns.find(number).orElseThrow().state()).isEqualTo(ReturnState.RECEIVED);
        assertThat(erpReturns.voidReturn(number, "late")).isInstanceOf(VoidOutcome.TooLate.class);
    }

    @ParameterizedTest
    @EnumSource
    void aReturnIsVoidedOnceThoughTheReplyIsLost(Protocol protocol) {
        String connection = connect(protocol);
        String number = anApprovedReturn(connection);
        createUntilAcknowledged(number);
        erp.breakNext(Operation.VOID_RETURN, "DROP_AFTER_COMMIT", 1);

        VoidOutcome outcome = erpReturns.voidReturn(number, "客户撤回");
        for (int i = 0; i < 5 && outcome instanceof VoidOutcome.Unavailable; i++) {
            clock.advance(Duration.ofSeconds(61));
            outcome = erpReturns.voidReturn(number, "客户撤回");
        }

        assertThat(outcome).isInstanceOf(VoidOutcome.Voided.class);
        assertThat(erp.commits(Operation.VOID_RETURN)).containsOnly(Map.entry(number, 1));
    }

    @ParameterizedTest
    @CsvSource({"SOAP, DROP_AFTER_COMMIT", "REST, DROP_BEFORE_COMMIT", "REST, TRUNCATED_REPLY"})
    void aVoucherArrivesOnce(Protocol protocol, String fault) {
        connect(protocol);
        String number = anApprovedStatement();
        erp.breakNext(Operation.CREATE_VOUCHER, fault, 1);

        String code = postUntilPosted(number);

        assertThat(erp.commits(Operation.CREATE_VOUCHER)).containsOnly(Map.entry(number, 1));
        assertThat(erp.vouchersWithReference(number).get(0).get("billNo").asString())
                .isEqualTo(code);
        assertThat(statements.statement(number).orElseThrow().voucher().state())
                .isEqualTo(VoucherState.POSTED);
        assertThat(erpVouchers.post(number)).isInstanceOf(PostOutcome.Posted.class);
        assertThat(erp.calls(Operation.CREATE_VOUCHER)).isLessThanOrEqualTo(2);
    }

    private String createUntilAcknowledged(String number) {
        for (int tries = 1; tries <= 20; tries++) {
            switch (erpReturns.create(number)) {
                case CreateOutcome.Acknowledged done -> {
                    return done.erpNumber();
                }
                case CreateOutcome.Unknown(String detail, boolean parked) ->
                        assertThat(parked).as(detail).isFalse();
                case CreateOutcome.Unavailable _, CreateOutcome.Waiting _ -> {}
                case CreateOutcome.Refused refused -> throw new AssertionError(refused);
            }
            clock.advance(Duration.ofSeconds(61));
        }
        throw new AssertionError(number + " never arrived");
    }

    private String postUntilPosted(String number) {
        for (int tries = 1; tries <= 20; tries++) {
            switch (erpVouchers.post(number)) {
                case PostOutcome.Posted done -> {
                    return done.erpNumber();
                }
                case PostOutcome.Unknown(String detail, boolean parked) ->
                        assertThat(parked).as(detail).isFalse();
                case PostOutcome.Unavailable _, PostOutcome.Waiting _ -> {}
                case PostOutcome.Refused refused -> throw new AssertionError(refused);
            }
            clock.advance(Duration.ofSeconds(61));
        }
        throw new AssertionError(number + " never arrived");
    }

    private String anApprovedReturn(String connection) {
        CustomerId buyer = customers.anActiveCustomer().id();
        String order = aShippedOrder(buyer, connection);
        ReturnableLine line = returns.returnable(buyer, order).getFirst();
        SubmitReturnOutcome outcome =
                returns.submit(
                        new SubmitReturn(
                                buyer,
                                order,
                                UUID.randomUUID().toString(),
                                ReturnReason.DAMAGED,
                                ReturnWish.REFUND,
                                "",
                                null,
                                List.of(
                                        new SubmitReturn.Line(
                                                line.delivery(),
                                                line.orderLine(),
                                                line.batch(),
                                                line.expiry(),
                                                Quantity.of(1),
                                                List.of())),
                                TradeFixtures.BUYER));
        String number = ((SubmitReturnOutcome.Submitted) outcome).number();
        returns.approve(number);
        return number;
    }

    private String aShippedOrder(CustomerId buyer, String connection) {
        trade.giveCredit(buyer, "1000000");
        String number =
                trade.submitted(
                        TradeFixtures.anOrderOf(buyer, TradeFixtures.line(plenty().id(), 3)));
        orders.approve(number, 0);
        assertThat(erpOrders.push(number)).isInstanceOf(PushOutcome.Acknowledged.class);
        String code = erp.ordersWithReference(number).get(0).get("billNo").asString();
        erp.accept(code);
        erp.ship(code);
        desk.run(connection, Flow.ORDER_STATUS_IN);
        return number;
    }

    private String anApprovedStatement() {
        rules.put(
                new PutRule(
                        Rule.Kind.SELF_SERVICE,
                        null,
                        0,
                        new BigDecimal("0.03"),
                        null,
                        MallTime.today(clock),
                        null,
                        "测试",
                        FINANCE));
        Actor seller = aSeller();
        CustomerId buyer = customers.aCustomerBroughtBy(seller.id()).id();
        trade.giveCredit(buyer, "1000000");
        String order = trade.anAcceptedOrder(buyer);
        trade.ship(order, "FH-" + order, 10);
        orders.complete(order);
        YearMonth month =
                statements.months().stream()
                        .findFirst()
                        .map(it -> it.plusMonths(1))
                        .orElse(YearMonth.of(2026, 11));
        clock.set(month.plusMonths(1).atDay(1) + "T09:00:00");
        statements.compute(month, FINANCE);
        String number =
                statements
                        .page(
                                new Statements.StatementQuery(month, null, seller.id()),
                                PageRequest.first(1))
                        .items()
                        .getFirst()
                        .number();
        statements.publish(number);
        payouts.closeWindow(number);
        payouts.requestApprovals(number, false);
        payouts.decide(number, Step.SALES, true, "", SALES);
        payouts.decide(number, Step.FINANCE, true, "", FINANCE);
        payouts.approve(number);
        return number;
    }

    private Actor aSeller() {
        String login = "seller-" + UUID.randomUUID().toString().substring(0, 8);
        Actor seller =
                accounts.createStaff(
                                new Accounts.CreateStaff(
                                        login,
                                        "销售" + login,
                                        "long enough a password",
                                        EnumSet.of(Role.SALESPERSON),
                                        FINANCE))
                        .actor();
        var asked =
                (Payees.ChangeOutcome.Done)
                        payees.request(
                                new Payees.ChangePayee(
                                        login, "张三丰", "工商银行", "6222", "", "", "", FINANCE));
        payees.decide(asked.payee().id(), true, SECOND);
        return seller;
    }

    private String connect(Protocol protocol) {
        String connection = LOADED.computeIfAbsent(protocol, desk::aConnection);
        desk.switchOn(connection);
        if (desk.view(connection, Flow.STOCK_IN).lastSuccess() == null) {
            desk.run(connection, Flow.PRODUCT_IN);
            desk.run(connection, Flow.STOCK_IN);
        }
        return connection;
    }

    private ProductView plenty() {
        ProductView product =
                products
                        .search(new Products.Query(null, null, true, false), PageRequest.first(200))
                        .items()
                        .stream()
                        .filter(p -> p.code().startsWith("JK."))
                        .filter(
                                p ->
                                        stock.equation(p.id()).sellable().compareTo(Quantity.of(50))
                                                > 0)
                        .findFirst()
                        .orElseThrow();
        products.categorise(product.id(), RegulatoryCategory.PRESCRIPTION, TradeFixtures.DESK);
        return product;
    }
}
