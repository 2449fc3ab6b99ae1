package io.mallhub.connectors.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.DefinitionPack;
import io.mallhub.connectors.ErpClients.DefinitionInvalid;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.OperationTrial;
import io.mallhub.connectors.OperationTrials.TrialOperation;
import io.mallhub.connectors.OperationTrials.TrialOrder;
import io.mallhub.simulator.fixture.TestSimulator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operations tried one by one against the running simulator, and replies read a second time. */
class OperationTrialTest {
    private final Map<String, DefinitionPack> uploads = new HashMap<>();
    private final DefinedErpClients clients =
            new DefinedErpClients(
                    Clock.systemUTC(), "", key -> Optional.ofNullable(uploads.get(key)));
    private final List<Exchange> log = new ArrayList<>();

    private static ConnectionSettings settings(String definition, String path, String secret) {
        return new ConnectionSettings(
                "erp",
                definition,
                URI.create(TestSimulator.shared().address() + path),
                Map.of("username", "interface", "password", secret, "apiKey", secret),
                Set.of("127.0.0.1"),
                Duration.ofSeconds(20));
    }

    private static ConnectionSettings settings(String definition) {
        return definition.contains("soap")
                ? settings(definition, "/ws/HT2005", "ht2005-demo")
                : settings(definition, "/api", "ht-demo-key-2005");
    }

    private OperationTrial run(ConnectionSettings to, String operation, Map<String, String> typed) {
        return clients.run(to, new TrialOrder(operation, typed), log::add);
    }

    @ParameterizedTest
    @CsvSource({"simulator-soap", "simulator-rest"})
    void everyReadingOperationShowsItsExchangeAndItsRecords(String definition) {
        for (TrialOperation operation : clients.operations(definition)) {
            if (!operation.writes()) {
                Map<String, String> typed = new HashMap<>();
                operation.inputs().forEach(it -> typed.put(it.name(), it.example()));

                OperationTrial trial = run(settings(definition), operation.id(), typed);

                assertThat(trial.fault()).as(operation.id()).isNull();
                assertThat(trial.exchanges()).as(operation.id()).isNotEmpty();
                assertThat(trial.exchanges().toString()).doesNotContain("ht2005-demo");
                assertThat(trial.exchanges().toString()).doesNotContain("ht-demo-key");
            }
        }
        OperationTrial products = run(settings(definition), "list-products", Map.of("limit", "10"));
        assertThat(products.records()).hasSize(10);
        assertThat(products.more()).isTrue();
        assertThat(products.records().getFirst().fields())
                .containsKeys("code", "name", "price", "vatRate", "changedAt");
        assertThat(log).containsAll(products.exchanges());
    }

    @Test
    void innerRecordsAreLaidOutByTheirPlace() {
        OperationTrial stock = run(settings("simulator-rest"), "list-stock", Map.of("limit", "5"));

        assertThat(stock.records())
                .anySatisfy(
                        it ->
                                assertThat(it.fields())
                                        .containsKeys("batches[1].number", "batches[1].quantity"));
    }

    @Test
    void aWritingOperationIsReallyDoneAndFoundAgain() {
        String reference = "TEST-" + System.nanoTime();
        ConnectionSettings erp = settings("simulator-soap");

        OperationTrial created =
                run(
                        erp,
                        "create-customer",
                        Map.of(
                                "reference",
                                reference,
                                "name",
                                "接口测试",
                                "uscc",
                                "91350100M000100Y43"));
        OperationTrial found =
                run(erp, "find-customer-by-reference", Map.of("reference", reference));

        assertThat(created.fault()).isNull();
        assertThat(found.records()).hasSize(1);
        assertThat(found.records().getFirst().key()).isEqualTo(created.records().getFirst().key());
    }

    @Test
    void whatGoesWrongIsToldNotThrown() {
        assertThat(run(settings("simulator-soap", "/ws/HT2005", "wrong"), "ping", Map.of()).fault())
                .startsWith("CredentialsRefused");
        assertThat(run(settings("simulator-rest"), "no-such", Map.of()).fault())
                .contains("no-such");
        log.clear();
        OperationTrial mistyped =
                run(
                        settings("simulator-rest"),
                        "create-order",
                        Map.of("reference", "x", "customerCode", "x", "quantity", "many"));
        assertThat(mistyped.fault()).startsWith("quantity");
        assertThat(log).as("nothing was sent").isEmpty();
    }

    @Test
    void aReplyIsReadAgainByThisMappingAndByAChangedOneAndNothingIsSent() {
        run(settings("simulator-rest"), "list-products", Map.of("limit", "10"));
        Exchange logged = log.getLast();
        upload(text -> text.replace("name: wlmc", "name: gg"));
        log.clear();

        OperationTrial now = clients.reread("simulator-rest", logged);
        OperationTrial then = clients.reread("simulator-rest@7", logged);

        assertThat(log).isEmpty();
        assertThat(now.records()).hasSize(10);
        assertThat(then.records()).hasSize(10);
        assertThat(then.records().getFirst().fields().get("name"))
                .isEqualTo(now.records().getFirst().fields().get("strength"));
        assertThat(then.records().getFirst().fields().get("code"))
                .isEqualTo(now.records().getFirst().fields().get("code"));
    }

    @Test
    void aBadFieldIsNamedAndItsRecordShownAsReceived() {
        upload(text -> text.replace("vatRate: sl", "vatRate: wlmc"));

        OperationTrial trial =
                run(settings("simulator-rest@7"), "list-products", Map.of("limit", "3"));

        assertThat(trial.bad()).isEqualTo(3);
        assertThat(trial.records().getFirst().problem()).contains("vatRate");
        assertThat(trial.records().getFirst().payload()).contains("wlbm");
        assertThat(trial.records().getFirst().key()).startsWith("JK.");
    }

    @Test
    void aMistakeInAnUploadNamesFileAndLine() {
        assertThatThrownBy(
                        () ->
                                clients.check(
                                        pack(
                                                text ->
                                                        text.replace(
                                                                "records: data.rows",
                                                                "records: '((('"))))
                .isInstanceOf(DefinitionInvalid.class)
                .hasMessageMatching("(?s)simulator-rest/connector.yaml:\\d+: .*");
        assertThatThrownBy(
                        () ->
                                clients.check(
                                        new DefinitionPack(
                                                "acme",
                                                Map.of(
                                                        "connector.yaml",
                                                        "id: other"
                                                                .getBytes(
                                                                        StandardCharsets.UTF_8)))))
                .hasMessageContaining("acme/connector.yaml:1");
        assertThat(clients.check(pack(text -> text)).id()).isEqualTo("simulator-rest@7");
    }

    private void upload(UnaryOperator<String> change) {
        uploads.put("simulator-rest@7", pack(change));
    }

    /** The pack shipped, as its next version. */
    private DefinitionPack pack(UnaryOperator<String> change) {
        DefinitionPack shipped = clients.pack("simulator-rest").orElseThrow();
        Map<String, byte[]> files = new HashMap<>();
        for (String path : shipped.paths()) {
            files.put(path, shipped.file(path).orElseThrow());
        }
        String yaml = new String(files.get(DefinitionPack.MAIN), StandardCharsets.UTF_8);
        files.put(
                DefinitionPack.MAIN,
                change.apply(yaml.replaceFirst("version: \\d+", "version: 7"))
                        .getBytes(StandardCharsets.UTF_8));
        return new DefinitionPack("simulator-rest", files);
    }
}
