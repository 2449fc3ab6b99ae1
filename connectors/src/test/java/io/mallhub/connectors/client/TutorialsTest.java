package io.mallhub.connectors.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.canonical.ErpOrder;
import io.mallhub.connectors.canonical.ErpProduct;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The two ERPs of the tutorials: nothing in the code knows them, and the files that the tutorials
 * write are all there is.
 */
final class TutorialsTest {
    private static final Path EXAMPLES = Path.of("../docs/examples");
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^```(?:yaml|xml|json)\\n(.*?)^```", Pattern.DOTALL);

    @TempDir private Path folder;
    private PlayedErp erp;
    private final Warehouse warehouse = new Warehouse();

    @BeforeEach
    void start() {
        erp = new PlayedErp(folder);
    }

    @AfterEach
    void stop() {
        erp.close();
    }

    /** An ERP with its own way to speak, before the same goods and orders. */
    private enum Strange {
        DEPOT_98("depot-98", Map.of("username", "hub", "password", "geheim")),
        CANGKU("cangku", Map.of("token", "t-4711"));

        private final String id;
        private final Map<String, String> secrets;

        Strange(String id, Map<String, String> secrets) {
            this.id = id;
            this.secrets = secrets;
        }
    }

    @ParameterizedTest
    @EnumSource
    void allGoodsAndStockAreReadPageByPage(Strange which) {
        ErpClient client = open(which);
        List<ErpProduct> read = new ArrayList<>();
        Cursor cursor = Cursor.START;
        boolean more = true;
        while (more) {
            ErpPage<ErpProduct> page = client.products(cursor, 3);
            assertThat(page.bad()).isEmpty();
            read.addAll(page.records());
            cursor = page.next();
            more = page.more();
        }

        assertThat(read).extracting(ErpProduct::code).containsExactlyElementsOf(warehouse.codes());
        assertThat(read.getFirst().name()).isEqualTo("阿莫西林胶囊 <0.25g> & 盒");
        assertThat(read.getFirst().vatRate()).isEqualByComparingTo("0.13");
        assertThat(client.stock(Cursor.START, 100).records().getFirst().batches().getFirst())
                .satisfies(it -> assertThat(it.quantity()).isEqualByComparingTo("240"));
    }

    @ParameterizedTest
    @EnumSource
    void anOrderIsMadeOnceFoundAndVoided(Strange which) {
        ErpClient client = open(which);

        String code = client.createOrder(anOrder()).code();

        assertThat(client.findOrders("SO-1")).hasSize(1);
        assertThat(warehouse.lines(code))
                .containsExactly("G0001 x 2 = 3.50", "G0002 x 1.5 = 10.00");
        client.voidOrder(code, "取消 & 退");
        assertThat(warehouse.states()).containsExactly("VOID");
        assertThat(client.findOrders("SO-none")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anOrderWhoseReplyGotLostIsFoundInsteadOfMadeTwice(Strange which) {
        ErpClient client = open(which);
        warehouse.losesReplyOfNextOrder();

        assertThatThrownBy(() -> client.createOrder(anOrder()))
                .isInstanceOf(ErpFault.OutcomeUnknown.class);
        if (client.findOrders("SO-1").isEmpty()) {
            client.createOrder(anOrder());
        }

        assertThat(client.findOrders("SO-1")).hasSize(1);
        assertThat(warehouse.states()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsInTheWordsOfTheErp(Strange which) {
        warehouse.refusesCustomer("K-1");

        assertThatThrownBy(() -> open(which).createOrder(anOrder()))
                .isInstanceOf(ErpFault.Rejected.class)
                .hasMessageContaining("客户已停用");
    }

    @Test
    void aSessionThatEndsInTheMiddleIsRenewed() {
        ErpClient client = open(Strange.DEPOT_98);
        client.ping();
        warehouse.forgetsSessions();

        client.ping();

        assertThat(erp.requests).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soap", "json-rpc"})
    void whatATutorialShowsIsWhatTheFilesSay(String which) throws IOException {
        String tutorial = Files.readString(Path.of("../docs/tutorial-" + which + ".md"));
        String id = which.equals("soap") ? "depot-98" : "cangku";
        String files;
        try (Stream<Path> all = Files.walk(EXAMPLES.resolve(id))) {
            files =
                    all.filter(Files::isRegularFile)
                            .map(TutorialsTest::read)
                            .reduce("", (a, b) -> a + "\n" + b);
        }

        List<String> shown =
                BLOCK.matcher(tutorial)
                        .results()
                        .map(MatchResult::group)
                        .map(TutorialsTest::inner)
                        .toList();

        assertThat(shown).hasSizeGreaterThan(3).allSatisfy(it -> assertThat(files).contains(it));
    }

    private static String inner(String block) {
        return block.replaceAll("^```\\w+\\n", "").replaceAll("```$", "").stripTrailing();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ErpClient open(Strange which) {
        erp.plays(
                which == Strange.DEPOT_98
                        ? new RpcEncodedDepot(warehouse)::answer
                        : new JsonRpcCangku(warehouse)::answer);
        return erp.open(
                which.id, EXAMPLES, which.secrets, Clock.systemUTC(), Duration.ofSeconds(5));
    }

    private static ErpOrder anOrder() {
        return new ErpOrder(
                "SO-1",
                "K-1",
                Instant.parse("2026-11-30T08:00:00Z"),
                "急 \"quick\"",
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
