package io.mallhub.connectors.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.connectors.canonical.ErpStock;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both definitions shipped, against the ERP they describe. */
abstract class SimulatorContractTest {
    private static final DefinedErpClients CLIENTS =
            new DefinedErpClients(Clock.systemUTC(), "");
    private static final int MATERIALS = 3141;

    private final List<Exchange> log = new CopyOnWriteArrayList<>();
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
                URI.create(Simulator.address() + path),
                secrets,
                Set.of("127.0.0.1"),
                Duration.ofSeconds(20));
    }

    @BeforeEach
    void open() {
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
        assertThat(stock.stream().mapToLong(s -> s.batches().size()).sum()).isGreaterThan(MATERIALS);
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
    void aCustomerAndAnOrderAreCreatedFoundAndVoided() {
        String tag = getClass().getSimpleName();
        ErpCustomer pharmacy =
                new ErpCustomer(
                        "",
                        "C-" + tag,
                        "康宁 & <大药房>",
                        tag.equals("SoapTest") ? "91350100M000100Y43" : "91350100M000100Y51",
                        "五四路1号",
                        "陈女士",
                        "0591-1",
                        "",
                        true,
                        null);
        String customer = erp.createCustomer(pharmacy).code();
        assertThat(erp.findCustomer(pharmacy.reference(), "")).get()
                .satisfies(c -> assertThat(c.code()).isEqualTo(customer))
                .satisfies(c -> assertThat(c.name()).isEqualTo(pharmacy.name()));
        assertThat(erp.findCustomer("C-none", pharmacy.uscc())).map(ErpCustomer::code)
                .contains(customer);
        assertThat(erp.findCustomer("C-none", "91350100M000100Y0X")).isEmpty();
        assertThatThrownBy(() -> erp.createCustomer(pharmacy))
                .isInstanceOf(ErpFault.Rejected.class)
                .hasMessageContaining(customer);

        ErpProduct product =
                erp.products(Cursor.START, 20).records().stream()
                        .filter(ErpProduct::active)
                        .findFirst()
                        .orElseThrow();
        ErpOrder order =
                new ErpOrder(
                        "SO-" + tag,
                        customer,
                        Instant.now(),
                        "请周四前送达 \"quick\"",
                        new BigDecimal("1.01"),
                        List.of(
                                new ErpOrder.Line(
                                        1,
                                        product.code(),
                                        new BigDecimal("3"),
                                        product.unit(),
                                        new BigDecimal("0.335"),
                                        new BigDecimal("1.01"))));
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
