package io.mallhub.connectors.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.connectors.canonical.ErpStock;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packs of real systems, each before one that is played by its public pages. */
final class PacksTest {
    @TempDir private Path folder;
    private PlayedErp erp;
    private final Warehouse warehouse = new Warehouse();
    private PlayedPack played = new PlayedKingdee(warehouse);

    @BeforeEach
    void start() {
        erp = new PlayedErp(folder);
    }

    @AfterEach
    void stop() {
        erp.close();
    }

    private enum Pack {
        KINGDEE(
                "kingdee-k3cloud",
                Map.of("org", "100", "acctId", "5f1a", "username", "hub", "password", "geheim")),
        U8(
                "yonyou-u8",
                Map.of(
                        "fromAccount", "mall",
                        "toAccount", "ent",
                        "dataSource", "1",
                        "warehouse", "01",
                        "saleType", "1",
                        "department", "05",
                        "appKey", "opa1",
                        "appSecret", "geheim")),
        NAV("dynamics-nav", Map.of("location", "MAIN", "username", "hub", "password", "key"));

        private final String id;
        private final Map<String, String> given;

        Pack(String id, Map<String, String> given) {
            this.id = id;
            this.given = given;
        }
    }

    @ParameterizedTest
    @EnumSource
    void allGoodsAreReadPageByPage(Pack which) {
        List<ErpProduct> read = walk(open(which), ErpClient::products, 3);

        assertThat(read).extracting(ErpProduct::code).containsExactlyElementsOf(warehouse.codes());
        assertThat(read.getFirst().name()).isEqualTo("阿莫西林胶囊 <0.25g> & 盒");
        assertThat(read.getFirst().vatRate()).isEqualByComparingTo("0.13");
        assertThat(read).extracting(ErpProduct::active).containsSubsequence(true, false, true);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatChangedIsReadNextTime(Pack which) {
        ErpClient client = open(which);
        Cursor since = new Cursor(Instant.parse("2026-11-24T16:00:00Z"), "");

        assertThat(walk(since, client, ErpClient::products, 3)).isEmpty();
    }

    /** The rows of a product are spread over pages; it comes once, with all its lots. */
    @ParameterizedTest
    @EnumSource
    void everyProductComesOnceWithAllItsLots(Pack which) {
        ErpClient client = open(which);
        if (played instanceof PlayedKingdee kingdee) {
            kingdee.givesAtMost(4);
        } else if (played instanceof PlayedU8 u8) {
            u8.givesAtMost(4);
        }

        List<ErpStock> read = walk(client, ErpClient::stock, 100);

        assertThat(client.listsAllStock()).as("what is not listed is sold out").isTrue();
        assertThat(read)
                .extracting(ErpStock::productCode)
                .containsExactlyElementsOf(warehouse.codes());
        assertThat(read.stream().map(it -> it.batches().size()))
                .containsExactly(1, 2, 3, 1, 2, 3, 1);
        assertThat(read.getFirst().batches().getFirst().expiry()).isNull();
        assertThat(read.get(2).batches().getLast())
                .satisfies(
                        it -> {
                            assertThat(it.number()).isEqualTo("B22");
                            assertThat(it.expiry()).isEqualTo("2028-01-03");
                            assertThat(it.quantity()).isEqualByComparingTo("30");
                        });
    }

    @ParameterizedTest
    @EnumSource
    void anOrderIsMadeOnceFoundAndVoided(Pack which) {
        ErpClient client = open(which);

        String code = client.createOrder(anOrder("SO-1")).code();

        assertThat(client.findOrders("SO-1"))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.code()).isEqualTo(code);
                            assertThat(it.reference()).isEqualTo("SO-1");
                        });
        assertThat(warehouse.lines(code))
                .containsExactly("G0001 x 2 = 3.50", "G0002 x 1.5 = 10.00");
        client.voidOrder(code, "取消 & 退");
        assertThat(client.findOrders("SO-1"))
                .allSatisfy(it -> assertThat(it.state()).isEqualTo(ErpOrderStatus.State.VOIDED));
        assertThat(client.findOrders("SO-none")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOrderWhoseReplyGotLostIsFoundInsteadOfMadeTwice(Pack which) {
        ErpClient client = open(which);
        warehouse.losesReplyOfNextOrder();

        assertThatThrownBy(() -> client.createOrder(anOrder("SO-1")))
                .isInstanceOf(ErpFault.OutcomeUnknown.class);
        if (client.findOrders("SO-1").isEmpty()) {
            client.createOrder(anOrder("SO-1"));
        }

        assertThat(client.findOrders("SO-1")).hasSize(1);
        assertThat(warehouse.states()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsInTheWordsOfTheErp(Pack which) {
        warehouse.refusesCustomer("K-1");

        assertThatThrownBy(() -> open(which).createOrder(anOrder("SO-1")))
                .isInstanceOf(ErpFault.Rejected.class)
                .hasMessageContaining("客户已停用");
        assertThat(warehouse.states()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void wrongCredentialsAreRefused(Pack which) {
        Map<String, String> wrong = new HashMap<>(which.given);
        wrong.replaceAll(
                (name, value) -> value.equals("geheim") || value.equals("key") ? "x" : value);

        assertThatThrownBy(() -> open(which, wrong).ping())
                .isInstanceOf(ErpFault.CredentialsRefused.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"KINGDEE", "U8"})
    void aSessionThatEndsInTheMiddleIsRenewed(Pack which) {
        ErpClient client = open(which);
        client.ping();
        warehouse.forgetsSessions();

        client.ping();
        client.createOrder(anOrder("SO-1"));

        assertThat(warehouse.states()).hasSize(1);
        assertThat(erp.log.toString()).doesNotContain("geheim").doesNotContain("session-1");
    }

    /** Two deliveries of one order, a third of it on another page, and one of no mall order. */
    @ParameterizedTest
    @EnumSource
    void whatWasShippedIsToldWithAllItsLines(Pack which) {
        ErpClient client = open(which);
        String code = client.createOrder(anOrder("SO-1")).code();
        Warehouse.Order order = warehouse.order(code);
        played.ships("CK-1", order, "G0001", "B00", "1");
        played.ships("CK-1", order, "G0002", "B10", "1");
        played.ships("CK-2", order, "G0001", "B00", "1");
        played.ships("CK-3", order, "G0002", "B11", "2");
        if (played instanceof PlayedKingdee kingdee) {
            kingdee.givesAtMost(3);
        } else if (played instanceof PlayedU8 u8) {
            u8.givesAtMost(3);
        }

        List<ErpOrderStatus> read =
                walk(
                        new Cursor(Instant.parse("2026-11-30T00:00:00Z"), ""),
                        client,
                        ErpClient::orderChanges,
                        2);

        assertThat(read)
                .hasSizeGreaterThan(1)
                .allSatisfy(
                        it -> {
                            assertThat(it.code()).isEqualTo(code);
                            assertThat(it.reference()).isEqualTo("SO-1");
                        });
        assertThat(read.stream().flatMap(it -> it.deliveries().stream()))
                .extracting(ErpOrderStatus.Delivery::code)
                .containsExactly("CK-1", "CK-2", "CK-3");
        assertThat(read.getFirst().deliveries().getFirst().batches())
                .extracting(ErpOrderStatus.Batch::productCode)
                .containsExactly("G0001", "G0002");
    }

    @ParameterizedTest
    @EnumSource(names = {"KINGDEE", "NAV"})
    void aCustomerIsMadeAndFoundByBothItsNumbers(Pack which) {
        ErpClient client = open(which);
        ErpCustomer customer =
                new ErpCustomer(
                        "",
                        "C-'1",
                        "O'Brien 大药房 & Co.",
                        "91350100M000100Y43",
                        "路 1",
                        "张三",
                        "0591-1",
                        "闽AA5910001",
                        true,
                        null);

        String code = client.createCustomer(customer).code();

        assertThat(client.findCustomer("C-'1", ""))
                .hasValueSatisfying(
                        it -> {
                            assertThat(it.code()).isEqualTo(code);
                            assertThat(it.name()).isEqualTo("O'Brien 大药房 & Co.");
                        });
        assertThat(client.findCustomer("C-2", "91350100M000100Y43")).isPresent();
        assertThat(walk(client, ErpClient::customers, 10)).hasSize(1);
    }

    @Test
    void customersOfU8AreReadButNotMade() {
        assertThat(walk(open(Pack.U8), ErpClient::customers, 10))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.code()).isEqualTo("K-1");
                            assertThat(it.uscc()).isEqualTo("91350100M000100Y43");
                        });
    }

    // ── each one's own ──

    /** A quote in what is asked for must not become part of the filter. */
    @ParameterizedTest
    @EnumSource(names = {"KINGDEE", "NAV"})
    void aQuoteInAReferenceAsksForJustThat(Pack which) {
        ErpClient client = open(which);
        client.createOrder(anOrder("SO-1"));

        assertThat(client.findOrders("x' or F_MH_ORDER <> '")).isEmpty();
        client.createOrder(anOrder("SO-'2'"));
        assertThat(client.findOrders("SO-'2'")).hasSize(1);
    }

    @Test
    void anOrderOfKingdeeIsSavedSubmittedAndAudited() {
        open(Pack.KINGDEE).createOrder(anOrder("SO-1"));

        assertThat(warehouse.states()).containsExactly("C");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Save", "Submit", "Audit"})
    void anOrderOfKingdeeThatBreaksOffAnywhereIsFinishedNotDoubled(String where) {
        ErpClient client = open(Pack.KINGDEE);
        ((PlayedKingdee) played).losesReplyOf(where);

        assertThatThrownBy(() -> client.createOrder(anOrder("SO-1")))
                .isInstanceOf(ErpFault.OutcomeUnknown.class);
        assertThat(client.findOrders("SO-1")).hasSize(where.equals("Audit") ? 1 : 0);
        if (client.findOrders("SO-1").isEmpty()) {
            client.createOrder(anOrder("SO-1"));
        }

        assertThat(warehouse.states()).containsExactly("C");
        assertThat(client.findOrders("SO-1")).hasSize(1);
    }

    @Test
    void anOrderOfKingdeeThatIsNotAuditedIsCancelledAgain() {
        ErpClient client = open(Pack.KINGDEE);
        ((PlayedKingdee) played).refusesToAudit();

        assertThatThrownBy(() -> client.createOrder(anOrder("SO-1")))
                .isInstanceOf(ErpFault.Rejected.class)
                .hasMessageContaining("客户信用额度不足");

        assertThat(warehouse.states()).containsExactly("X");
    }

    @Test
    void anOrderOfNavThatChangedMeanwhileIsVoidedAtTheNextTry() {
        ErpClient client = open(Pack.NAV);
        String code = client.createOrder(anOrder("SO-1")).code();
        ((PlayedNav) played).changesAnOrderBeforeItIsDeleted();

        assertThatThrownBy(() -> client.voidOrder(code, "cancelled"))
                .isInstanceOf(ErpFault.Unavailable.class);
        client.voidOrder(code, "cancelled");

        assertThat(warehouse.states()).containsExactly("deleted");
    }

    /** The day of a paper may lie before the last one that was read. */
    @Test
    void aDeliveryOfU8ThatWasAuditedLaterIsSeen() {
        ErpClient client = open(Pack.U8);
        String code = client.createOrder(anOrder("SO-1")).code();
        played.ships("CK-1", warehouse.order(code), "G0001", "B00", "1");

        List<ErpOrderStatus> read =
                walk(
                        new Cursor(Instant.parse("2026-12-10T00:00:00Z"), ""),
                        client,
                        ErpClient::orderChanges,
                        10);

        assertThat(read).hasSize(1);
        assertThat(erp.requests.getLast().query()).containsEntry("date_begin", "2026-11-26");
    }

    private interface Reading<T> {
        ErpPage<T> page(ErpClient client, Cursor from, int limit);
    }

    private static <T> List<T> walk(ErpClient client, Reading<T> reading, int limit) {
        return walk(Cursor.START, client, reading, limit);
    }

    private static <T> List<T> walk(Cursor from, ErpClient client, Reading<T> reading, int limit) {
        List<T> read = new ArrayList<>();
        Cursor cursor = from;
        boolean more = true;
        while (more) {
            ErpPage<T> page = reading.page(client, cursor, limit);
            assertThat(page.bad()).isEmpty();
            read.addAll(page.records());
            cursor = page.next();
            more = page.more();
        }
        return read;
    }

    private ErpClient open(Pack which) {
        return open(which, which.given);
    }

    private ErpClient open(Pack which, Map<String, String> given) {
        played =
                switch (which) {
                    case KINGDEE -> new PlayedKingdee(warehouse);
                    case U8 -> new PlayedU8(warehouse);
                    case NAV -> new PlayedNav(warehouse);
                };
        erp.plays(played::answer);
        return erp.open(which.id, folder, given, Clock.systemUTC(), Duration.ofSeconds(5));
    }

    private static ErpOrder anOrder(String reference) {
        return new ErpOrder(
                reference,
                "K-1",
                Instant.parse("2026-11-30T08:00:00Z"),
                "急 \"quick\" & 'now'",
                new BigDecimal("22.00"),
                List.of(
                        line(1, "G0001", "2", "3.50", "7.00"),
                        line(2, "G0002", "1.5", "10.00", "15.00")));
    }

    private static ErpOrder.Line line(
            int number, String product, String quantity, String price, String amount) {
        return new ErpOrder.Line(
                number,
                product,
                new BigDecimal(quantity),
                "盒",
                new BigDecimal(price),
                BigDecimal.ZERO,
                new BigDecimal(amount));
    }
}
