package io.mallhub.connectors.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.UploadedDefinitions;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.connectors.canonical.ErpReturn;
import io.mallhub.connectors.canonical.ErpReturnStatus;
import io.mallhub.connectors.canonical.ErpStock;
import io.mallhub.connectors.canonical.ErpUpdate;
import io.mallhub.connectors.canonical.ErpVoucher;
import io.mallhub.simulator.fixture.SimulatorAdmin;
import io.mallhub.simulator.fixture.TestSimulator;
import io.mallhub.simulator.kernel.Operation;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both definitions shipped, against the ERP they describe. */
abstract class SimulatorContractTest {
    private static final DefinedErpClients CLIENTS =
            new DefinedErpClients(Clock.systemUTC(), "", UploadedDefinitions.NONE);
    private static final int MATERIALS = 3141;

    private final List<Exchange> log = new CopyOnWriteArrayList<>();
    private final SimulatorAdmin admin = TestSimulator.shared().admin();
    private ErpClient erp;

    abstract ConnectionSettings settings(Map<String, String> otherSecrets);

    static final class SoapTest extends SimulatorContractTest {
        @Override
        ConnectionSettings settings(Map<String, String> otherSecrets) {
            return settings(
                    "simulator-soap",
                    "/ws/HT2005",
                    Map.of("username", "interface", "password", "ht2005-demo"),
                    otherSecrets);
        }
    }

    static final class RestTest extends SimulatorContractTest {
        @Override
        ConnectionSettings settings(Map<String, String> otherSecrets) {
            return settings(
                    "simulator-rest", "/api", Map.of("apiKey", "ht-demo-key-2005"), otherSecrets);
        }
    }

    static ConnectionSettings settings(
            String definition, String path, Map<String, String> right, Map<String, String> other) {
        Map<String, String> secrets = new HashMap<>(right);
        secrets.putAll(other);
        return new ConnectionSettings(
                "erp",
                definition,
                URI.create(TestSimulator.shared().address() + path),
                secrets,
                Set.of("127.0.0.1"),
                Duration.ofSeconds(20));
    }

    @BeforeEach
    void open() {
        admin.clearFaults();
        admin.resetOracle();
        erp = CLIENTS.open(settings(Map.of()), log::add);
    }

    @AfterEach
    void close() {
        erp.close();
    }

    @Test
    void allMaterialsArriveOnceAlthoughTheyShareOneMillisecond() {
        List<ErpProduct> products = all(erp::products, 700);

        assertThat(products).hasSize(MATERIALS);
        assertThat(products.stream().map(ErpProduct::code).distinct()).hasSize(MATERIALS);
        assertThat(products)
                .allSatisfy(
                        p -> {
                            assertThat(p.vatRate()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
                            assertThat(p.price()).isPositive();
                            assertThat(p.name()).isNotBlank();
                        });
    }

    @Test
    void stockArrivesWithItsBatches() {
        List<ErpStock> stock = all(erp::stock, 2000);

        assertThat(stock).hasSize(MATERIALS);
        assertThat(stock.stream().mapToLong(s -> s.batches().size()).sum())
                .isGreaterThan(MATERIALS);
    }

    @Test
    void customersArrive() {
        assertThat(all(erp::customers, 5000)).hasSizeGreaterThanOrEqualTo(4372);
    }

    @Test
    void aWrongPasswordIsRefusedCredentialsAndStaysOutOfTheLog() {
        Map<String, String> wrong = Map.of("password", "wrong-secret", "apiKey", "wrong-secret");
        try (ErpClient stranger = CLIENTS.open(settings(wrong), log::add)) {
            assertThatThrownBy(stranger::ping).isInstanceOf(ErpFault.CredentialsRefused.class);
        }
        assertThat(log).hasSize(1);
        assertThat(log.getFirst().toString()).doesNotContain("wrong-secret");
    }

    @Test
    void aCustomerIsCreatedOnceAndFoundByEitherNumber() {
        ErpCustomer pharmacy = aPharmacy("once");
        String code = erp.createCustomer(pharmacy).code();

        assertThat(erp.findCustomer(pharmacy.reference(), ""))
                .hasValueSatisfying(
                        c -> {
                            assertThat(c.code()).isEqualTo(code);
                            assertThat(c.name()).isEqualTo(pharmacy.name());
                            assertThat(c.active()).isTrue();
                        });
        assertThat(erp.findCustomer("C-none", pharmacy.uscc()))
                .map(ErpCustomer::code)
                .contains(code);
        assertThat(erp.findCustomer("C-none", "91350100M000100Y0X")).isEmpty();
        assertThatThrownBy(() -> erp.createCustomer(pharmacy))
                .isInstanceOf(ErpFault.Rejected.class)
                .hasMessageContaining(code);
    }

    @Test
    void anOrderIsCreatedFoundVoidedAndTellsItsReason() {
        ErpOrder order = anOrder("void");
        assertThat(erp.findOrders(order.reference())).isEmpty();
        String code = erp.createOrder(order).code();

        assertThat(erp.findOrders(order.reference()))
                .singleElement()
                .satisfies(o -> assertThat(o.code()).isEqualTo(code))
                .satisfies(o -> assertThat(o.state()).isEqualTo(ErpOrderStatus.State.NEW));

        erp.voidOrder(code, "客户取消");

        assertThat(all(erp::orderChanges, 5000))
                .filteredOn(o -> o.code().equals(code))
                .singleElement()
                .satisfies(o -> assertThat(o.state()).isEqualTo(ErpOrderStatus.State.VOIDED))
                .satisfies(o -> assertThat(o.words()).contains("客户取消"));
        assertThat(log).extracting(Exchange::reference).contains(order.reference());
    }

    @Test
    void aShippedOrderTellsItsBatches() {
        ErpOrder order = anOrder("ship");
        String code = erp.createOrder(order).code();
        admin.accept(code);
        admin.ship(code);

        ErpOrderStatus status = erp.findOrders(order.reference()).getFirst();

        assertThat(status.state()).isEqualTo(ErpOrderStatus.State.SHIPPED);
        assertThat(status.deliveries())
                .singleElement()
                .satisfies(
                        d ->
                                assertThat(d.batches())
                                        .allSatisfy(
                                                b -> {
                                                    assertThat(b.line()).isEqualTo(1);
                                                    assertThat(b.batch()).isNotBlank();
                                                    assertThat(b.expiry()).isNotNull();
                                                }));
        BigDecimal shipped =
                status.deliveries().getFirst().batches().stream()
                        .map(ErpOrderStatus.Batch::quantity)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(shipped).isEqualByComparingTo("3");
        assertThat(erp.tellsOfInvoices()).isTrue();
        assertThat(status.invoices())
                .singleElement()
                .satisfies(invoice -> assertThat(invoice.number()).matches("\\d{20}"))
                .satisfies(invoice -> assertThat(invoice.issuedOn()).isNotNull())
                .satisfies(invoice -> assertThat(invoice.amount()).isEqualByComparingTo("0.90"));
    }

    @Test
    void aReturnIsCreatedReceivedAndTellsWhatCame() {
        ErpReturn goods = aReturn("receive");
        String code = erp.createReturn(goods).code();
        assertThat(erp.findReturns(goods.reference()))
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(ErpReturnStatus.State.OPEN));

        admin.receive(code, "库管员");

        assertThat(erp.tellsOfReturns()).isTrue();
        assertThat(all(erp::returnChanges, 5000))
                .filteredOn(it -> it.code().equals(code))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.state()).isEqualTo(ErpReturnStatus.State.RECEIVED);
                            assertThat(it.receipts().getFirst().receiver()).isEqualTo("库管员");
                            assertThat(it.receipts().getFirst().batches().getFirst())
                                    .satisfies(b -> assertThat(b.line()).isEqualTo(1))
                                    .satisfies(
                                            b ->
                                                    assertThat(b.quantity())
                                                            .isEqualByComparingTo("1"));
                        });
        assertThatThrownBy(() -> erp.voidReturn(code, "late"))
                .isInstanceOf(ErpFault.Rejected.class);
    }

    @Test
    void aReturnIsVoidedAndMoreThanWasDeliveredIsRefused() {
        ErpReturn goods = aReturn("void");
        String code = erp.createReturn(goods).code();

        erp.voidReturn(code, "客户撤回");

        assertThat(erp.findReturns(goods.reference()).getFirst().state())
                .isEqualTo(ErpReturnStatus.State.VOIDED);
        ErpReturn.Line line = goods.lines().getFirst();
        ErpReturn more =
                new ErpReturn(
                        goods.reference() + "-more",
                        goods.customerCode(),
                        goods.orderCode(),
                        goods.returnedAt(),
                        "DAMAGED",
                        List.of(
                                new ErpReturn.Line(
                                        1,
                                        line.orderLine(),
                                        line.productCode(),
                                        line.batch(),
                                        new BigDecimal("1000"))));
        assertThatThrownBy(() -> erp.createReturn(more)).isInstanceOf(ErpFault.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({"DROP_AFTER_COMMIT, 1", "DROP_BEFORE_COMMIT, 0"})
    void aVoucherWhoseReplyIsLostHasAnUnknownOutcomeAndTheProbeTells(String fault, int committed) {
        ErpVoucher voucher =
                new ErpVoucher(
                        "CS-" + fault + "-" + getClass().getSimpleName() + System.nanoTime(),
                        "COMMISSION",
                        LocalDate.of(2026, 11, 30),
                        "王 & 五",
                        new BigDecimal("12.34"),
                        "佣金 2026-11");
        admin.breakNext(Operation.CREATE_VOUCHER, fault, 1);

        assertThatThrownBy(() -> erp.createVoucher(voucher))
                .isInstanceOf(ErpFault.OutcomeUnknown.class);

        assertThat(erp.findVouchers(voucher.reference())).hasSize(committed);
        if (committed == 0) {
            String code = erp.createVoucher(voucher).code();
            assertThat(erp.findVouchers(voucher.reference()))
                    .singleElement()
                    .satisfies(it -> assertThat(it.code()).isEqualTo(code));
        }
    }

    /** One piece of what was delivered just now. */
    private ErpReturn aReturn(String what) {
        ErpOrder order = anOrder("return-" + what);
        String code = erp.createOrder(order).code();
        admin.accept(code);
        admin.ship(code);
        ErpOrderStatus.Batch batch =
                erp.findOrders(order.reference())
                        .getFirst()
                        .deliveries()
                        .getFirst()
                        .batches()
                        .getFirst();
        return new ErpReturn(
                "RT-" + order.reference(),
                order.customerCode(),
                code,
                Instant.now(),
                "DAMAGED",
                List.of(
                        new ErpReturn.Line(
                                1,
                                batch.line(),
                                batch.productCode(),
                                batch.batch(),
                                BigDecimal.ONE)));
    }

    @Test
    void sellableStockIsTheSameOverBothProtocols() {
        erp.createOrder(anOrder("allocated"));
        ErpStock first = erp.stock(Cursor.START, 1).records().getFirst();
        var onHand = admin.get("/admin/stock/" + first.productCode());
        BigDecimal expected =
                new BigDecimal(onHand.get("onHand").asString())
                        .subtract(new BigDecimal(onHand.get("allocated").asString()));

        BigDecimal sellable =
                first.batches().stream()
                        .map(b -> b.quantity().subtract(b.allocated()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sellable).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "DROP_AFTER_COMMIT, 1",
        "TRUNCATED_REPLY, 1",
        "DROP_BEFORE_COMMIT, 0",
        "HTTP_500, 0",
        "HTTP_503, 0"
    })
    void anOrderWhoseReplyIsLostHasAnUnknownOutcomeAndTheProbeTells(String fault, int committed) {
        ErpOrder order = anOrder(fault);
        admin.breakNext(Operation.CREATE_ORDER, fault, 1);

        assertThatThrownBy(() -> erp.createOrder(order))
                .isInstanceOf(ErpFault.OutcomeUnknown.class);

        assertThat(erp.findOrders(order.reference())).hasSize(committed);
        assertThat(admin.calls(Operation.CREATE_ORDER)).isEqualTo(1);
    }

    @Test
    void anErpThatRefusesDuplicatesAnswersARepeatWithTheOrderItHas() {
        admin.options(true, false);
        try {
            ErpOrder order = anOrder("repeat");
            String code = erp.createOrder(order).code();

            assertThat(erp.createOrder(order).code()).isEqualTo(code);
            assertThat(erp.findOrders(order.reference())).hasSize(1);
        } finally {
            admin.options(false, false);
        }
    }

    @Test
    void anOrderLateBeyondTheTimeoutHasAnUnknownOutcome() {
        ErpOrder order = anOrder("late");
        admin.delayNext(Operation.CREATE_ORDER, 1500, 1);
        try (ErpClient hasty = CLIENTS.open(hasty(settings(Map.of())), log::add)) {
            assertThatThrownBy(() -> hasty.createOrder(order))
                    .isInstanceOf(ErpFault.OutcomeUnknown.class);
        }
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(erp.findOrders(order.reference())).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP_429", "FAILURE_IN_200"})
    void anOrderTheErpSurelyDidNotTakeMayGoAgain(String fault) {
        ErpOrder order = anOrder(fault);
        admin.breakNext(Operation.CREATE_ORDER, fault, 1);

        assertThatThrownBy(() -> erp.createOrder(order)).isInstanceOf(ErpFault.Unavailable.class);

        assertThat(erp.createOrder(order).code()).isNotBlank();
        assertThat(erp.findOrders(order.reference())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP_BEFORE_COMMIT",
                "TRUNCATED_REPLY",
                "HTTP_500",
                "HTTP_503",
                "HTTP_429",
                "FAILURE_IN_200"
            })
    void aBrokenListIsUnavailableAndNeverEmpty(String fault) {
        // A broken reading call may be repeated by the JDK, so more than one is broken.
        admin.breakNext(Operation.LIST_MATERIALS, fault, 3);

        assertThatThrownBy(() -> erp.products(Cursor.START, 10))
                .isInstanceOf(ErpFault.Unavailable.class);
    }

    @Test
    void aChangedProductComesBackAsItWasWritten() {
        ErpProduct before = erp.products(Cursor.START, 1).records().getFirst();

        ErpClient.Updated now = erp.updateProduct(change(before, "新名 & <1>", before.version()));

        ErpProduct after = erp.productByCode(before.code()).orElseThrow();
        assertThat(after.name()).isEqualTo("新名 & <1>");
        assertThat(after.category()).isEqualTo("PRESCRIPTION");
        assertThat(after.price()).isEqualByComparingTo(before.price());
        assertThat(after.version()).isEqualTo(now.version());
        assertThat(after.changedAt()).isEqualTo(now.changedAt());
        assertThat(admin.commits(Operation.UPDATE_MATERIAL)).containsEntry(before.code(), 1);
    }

    @Test
    void whoNamesAnOldVersionIsTold() {
        ErpProduct before = erp.products(Cursor.START, 2).records().getFirst();
        erp.updateProduct(change(before, "first", before.version()));

        assertThatThrownBy(() -> erp.updateProduct(change(before, "second", before.version())))
                .isInstanceOfSatisfying(
                        ErpFault.Rejected.class, said -> assertThat(said.stale()).isTrue());

        assertThat(erp.productByCode(before.code()).orElseThrow().name()).isEqualTo("first");
    }

    @Test
    void aChangeWhoseReplyIsLostIsOfUnknownOutcomeAndThere() {
        ErpProduct before = erp.products(Cursor.START, 3).records().getFirst();
        admin.breakNext(Operation.UPDATE_MATERIAL, "DROP_AFTER_COMMIT", 1);

        assertThatThrownBy(() -> erp.updateProduct(change(before, "lost", before.version())))
                .isInstanceOf(ErpFault.OutcomeUnknown.class);

        assertThat(erp.productByCode(before.code()).orElseThrow().name()).isEqualTo("lost");
    }

    @Test
    void aChangedCustomerComesBackAsItWasWritten() {
        String code = erp.createCustomer(aPharmacy("changed")).code();
        ErpCustomer before = erp.customerByCode(code).orElseThrow();

        erp.updateCustomer(
                new ErpUpdate(
                        code,
                        before.reference(),
                        Map.of(
                                "name", "新店",
                                "address", "福建省福州市五四路2号",
                                "contact", "",
                                "phone", "0591-2"),
                        before.version()));

        ErpCustomer after = erp.customerByCode(code).orElseThrow();
        assertThat(after.name()).isEqualTo("新店");
        assertThat(after.address()).isEqualTo("福建省福州市五四路2号");
        assertThat(after.contact()).isEmpty();
        assertThat(after.phone()).isEqualTo("0591-2");
        assertThat(after.uscc()).isEqualTo(before.uscc());
        assertThat(erp.customerByCode("KH-NOBODY")).isEmpty();
    }

    private static ErpUpdate change(ErpProduct product, String name, @Nullable Long version) {
        return new ErpUpdate(
                product.code(),
                product.code(),
                Map.of(
                        "name",
                        name,
                        "dosageForm",
                        product.dosageForm(),
                        "strength",
                        product.strength(),
                        "category",
                        "PRESCRIPTION"),
                version);
    }

    private ErpCustomer aPharmacy(String tag) {
        String reference = "C-" + tag + "-" + getClass().getSimpleName();
        return new ErpCustomer(
                "",
                reference,
                "康宁 & <大药房> " + tag,
                "9135%014X".formatted(Math.abs((long) reference.hashCode())).substring(0, 18),
                "五四路1号",
                "陈女士",
                "0591-1",
                "",
                true,
                null);
    }

    /** Three of a product that has plenty, for a customer of its own. */
    private ErpOrder anOrder(String tag) {
        String customer = erp.createCustomer(aPharmacy(tag)).code();
        return new ErpOrder(
                "SO-" + tag + "-" + getClass().getSimpleName(),
                customer,
                Instant.parse("2026-11-24T06:00:00Z"),
                "请周四前送达 \"quick\"",
                new BigDecimal("0.90"),
                List.of(
                        new ErpOrder.Line(
                                1,
                                plenty(),
                                new BigDecimal("3"),
                                "盒",
                                new BigDecimal("0.335"),
                                new BigDecimal("0.11"),
                                new BigDecimal("0.90"))));
    }

    private String plenty() {
        Set<String> active =
                erp.products(Cursor.START, 200).records().stream()
                        .filter(ErpProduct::active)
                        .map(ErpProduct::code)
                        .collect(Collectors.toSet());
        LocalDate later = LocalDate.of(2027, 6, 1);
        return erp.stock(Cursor.START, 200).records().stream()
                .filter(s -> active.contains(s.productCode()))
                .filter(
                        s ->
                                s.batches().stream()
                                        .anyMatch(
                                                b ->
                                                        b.expiry() != null
                                                                && b.expiry().isAfter(later)
                                                                && b.quantity().intValue() > 20))
                .findFirst()
                .orElseThrow()
                .productCode();
    }

    private static ConnectionSettings hasty(ConnectionSettings s) {
        return new ConnectionSettings(
                s.name(),
                s.definition(),
                s.endpoint(),
                s.secrets(),
                s.allowedHosts(),
                Duration.ofMillis(500));
    }

    private static <T> List<T> all(BiFunction<Cursor, Integer, ErpPage<T>> list, int limit) {
        List<T> all = new ArrayList<>();
        Cursor cursor = Cursor.START;
        ErpPage<T> page;
        do {
            page = list.apply(cursor, limit);
            assertThat(page.bad()).isEmpty();
            all.addAll(page.records());
            cursor = page.next();
        } while (page.more());
        return all;
    }
}
