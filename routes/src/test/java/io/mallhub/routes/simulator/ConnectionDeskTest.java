package io.mallhub.routes.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mallhub.binding.Certification;
import io.mallhub.binding.Certification.Check;
import io.mallhub.binding.Certification.Contract;
import io.mallhub.binding.Certification.Outcome;
import io.mallhub.binding.Certification.Reason;
import io.mallhub.binding.Certifications;
import io.mallhub.binding.ConnectionTrials;
import io.mallhub.binding.Definitions;
import io.mallhub.binding.Definitions.Upload;
import io.mallhub.binding.Definitions.Use;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.MessageLog;
import io.mallhub.binding.Rehearsal;
import io.mallhub.binding.Rehearsals;
import io.mallhub.connectors.DefinitionPack;
import io.mallhub.connectors.OperationTrial;
import io.mallhub.connectors.OperationTrials.TrialOrder;
import io.mallhub.connectors.ZippedPack;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.Protocol;
import io.mallhub.routes.fixture.SimulatorTest;
import io.mallhub.shared.PageRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people do at the connection desk before a connection is switched on. */
@SimulatorTest
@Tag("slow")
class ConnectionDeskTest {
    @Autowired private Desk desk;
    @Autowired private ConnectionTrials trials;
    @Autowired private Definitions definitions;
    @Autowired private Rehearsals rehearsals;
    @Autowired private Certifications certifications;
    @Autowired private MessageLog log;

    @Test
    void whatIsTriedIsLoggedAndNothingOfItComesIntoTheMall() {
        String connection = desk.aConnection(Protocol.SOAP);
        long products = count("product");

        OperationTrial trial =
                trials.run(
                        connection,
                        "simulator-soap",
                        new TrialOrder("list-products", Map.of("limit", "5")),
                        Desk.CLERK);

        assertThat(trial.fault()).isNull();
        assertThat(trial.records()).hasSize(5);
        assertThat(log.page(MessageLog.Query.of(connection), PageRequest.first(10)).items())
                .hasSize(1);
        assertThat(count("product")).isEqualTo(products);
        assertThat(desk.view(connection, Flow.PRODUCT_IN).cursor()).isEmpty();
    }

    @Test
    void anUploadIsKeptOnceAndAnotherUnderItsNumberIsRefused() {
        byte[] zip = changed("desk-a", 3, text -> text);

        assertThat(definitions.upload(zip, "first", Desk.CLERK))
                .isEqualTo(new Upload.Kept("desk-a@3"));
        assertThat(definitions.upload(zip, "again", Desk.CLERK))
                .isEqualTo(new Upload.Kept("desk-a@3"));
        assertThat(
                        definitions.upload(
                                changed("desk-a", 3, text -> text.replace("gg", "wlmc")),
                                "other",
                                Desk.CLERK))
                .isEqualTo(new Upload.VersionTaken("desk-a@3"));
        assertThat(
                        definitions.upload(
                                changed("desk-a", 4, text -> text.replace("data.rows", "'(('")),
                                "broken",
                                Desk.CLERK))
                .isInstanceOfSatisfying(
                        Upload.Wrong.class,
                        it -> assertThat(it.what()).matches("(?s)desk-a/connector.yaml:\\d+: .*"));
        assertThat(definitions.uploads(PageRequest.first(50)).items())
                .filteredOn(it -> it.id().equals("desk-a"))
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.reason()).isEqualTo("first");
                            assertThat(it.by()).isEqualTo("Clerk");
                        });
        assertThat(definitions.download("desk-a@3")).isPresent();
    }

    @Test
    void aConnectionWorksByAnUploadOnceItIsTakenIntoUseAndNotBefore() {
        String connection = desk.aConnection(Protocol.REST);
        definitions.upload(
                changed("desk-b", 1, text -> text.replace("name: wlmc", "name: gg")),
                "strength for name",
                Desk.CLERK);
        desk.run(connection, Flow.PRODUCT_IN);

        Use used = definitions.use(connection, "desk-b@1", "try it", Desk.CLERK);
        OperationTrial trial =
                trials.run(
                        connection,
                        desk.connections().connection(connection).orElseThrow().definition(),
                        new TrialOrder("list-products", Map.of("limit", "1")),
                        Desk.CLERK);

        assertThat(used).isEqualTo(new Use.Taken());
        Map<String, String> first = trial.records().getFirst().fields();
        assertThat(first.get("name")).isEqualTo(first.get("strength"));
        assertThat(desk.run(connection, Flow.PRODUCT_IN).lastError()).isNull();
        assertThat(
                        definitions.use(
                                desk.aConnection(Protocol.SOAP), "desk-b@1", "wrong", Desk.CLERK))
                .isEqualTo(new Use.SecretsMissing(List.of("apiKey")));
    }

    @Test
    void aChangedMappingIsRehearsedOnMessagesThatCameAndNothingIsSent() {
        String connection = desk.aConnection(Protocol.REST);
        definitions.upload(
                changed("desk-c", 1, text -> text.replace("name: wlmc", "name: gg")),
                "rehearsal",
                Desk.CLERK);
        for (String limit : List.of("5", "7")) {
            trials.run(
                    connection,
                    "simulator-rest",
                    new TrialOrder("list-products", Map.of("limit", limit)),
                    Desk.CLERK);
        }

        Rehearsal same = rehearsals.rehearse(connection, "simulator-rest", 50);
        Rehearsal other = rehearsals.rehearse(connection, "desk-c@1", 50);
        Rehearsal last = rehearsals.rehearse(connection, "desk-c@1", 1);

        assertThat(same.records()).isEqualTo(12);
        assertThat(same.changed()).isZero();
        assertThat(other.messages()).isEqualTo(2);
        assertThat(other.changed()).isEqualTo(12);
        assertThat(other.fields())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.field()).isEqualTo("name");
                            assertThat(it.count()).isEqualTo(12);
                        });
        assertThat(last.records()).isEqualTo(7);
        assertThat(log.page(MessageLog.Query.of(connection), PageRequest.first(10)).items())
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void theSimulatorIsCertifiedByBothWaysFaultsIncluded(Protocol protocol) {
        String connection = desk.aConnection(protocol);

        long id = ended(connection, true);

        List<Check> checks = certifications.checks(id);
        assertThat(checks)
                .filteredOn(it -> it.outcome() == Outcome.FAILED)
                .as("failed checks")
                .isEmpty();
        for (Entity entity : List.of(Entity.PRODUCT, Entity.STOCK, Entity.CUSTOMER)) {
            assertThat(passed(checks, entity))
                    .as(entity.name())
                    .contains(
                            Contract.READABLE,
                            Contract.PAGE_EDGES,
                            Contract.SAME_MOMENT,
                            Contract.ONLY_NEW,
                            Contract.BROKEN_REPLY);
        }
        assertWritingIsProved(checks);
        assertThat(certifications.certification(id).orElseThrow().state())
                .isEqualTo(Certification.State.PASSED);
        assertThat(checks)
                .filteredOn(it -> it.outcome() == Outcome.PASSED)
                .allSatisfy(
                        it ->
                                assertThat(it.messages())
                                        .isNotEmpty()
                                        .allMatch(message -> log.message(message).isPresent()));
    }

    /** Its definition does not say that it is a simulator: it is not asked to fail. */
    @Test
    void repliesAreLostWithAnErpThatCannotBeMadeToFail() {
        String connection = desk.aConnection(Protocol.REST);
        definitions.upload(changed("desk-d", 1, text -> text), "certified", Desk.CLERK);
        definitions.use(connection, "desk-d@1", "certified", Desk.CLERK);

        List<Check> checks = certifications.checks(ended(connection, true));

        assertThat(checks)
                .filteredOn(it -> it.contract() == Contract.BROKEN_REPLY)
                .allSatisfy(it -> assertThat(it.reason()).isEqualTo(Reason.NO_FAULTS));
        assertWritingIsProved(checks);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereNothingIsCheckedNothingIsProved(boolean writing) {
        String connection = desk.aConnection(Protocol.REST);
        desk.jdbc()
                .sql("update erp_connection set definition = 'erp-calls' where name = :n")
                .param("n", connection)
                .update();

        long id = ended(connection, writing);

        assertThat(certifications.certification(id).orElseThrow().state())
                .isEqualTo(Certification.State.NOTHING_PROVED);
        assertThat(certifications.checks(id))
                .isNotEmpty()
                .allSatisfy(
                        it -> {
                            assertThat(it.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
                            assertThat(it.reason()).isEqualTo(Reason.NO_OPERATION);
                        });
    }

    /** An empty ERP finds no unused reference, too. */
    @Test
    void anEmptySearchAloneProvesNothing() {
        String connection = desk.aConnection(Protocol.REST);
        long id = ended(connection, false);
        assertThat(certifications.certification(id).orElseThrow().state())
                .isEqualTo(Certification.State.PASSED);

        desk.jdbc()
                .sql(
                        "delete from certification_check where certification = :id"
                                + " and contract <> 'FINDS_NOTHING'")
                .param("id", id)
                .update();

        assertThat(certifications.certification(id).orElseThrow())
                .satisfies(
                        it -> {
                            assertThat(it.passed()).isPositive();
                            assertThat(it.state()).isEqualTo(Certification.State.NOTHING_PROVED);
                        });
    }

    private long ended(String connection, boolean writing) {
        long id = certifications.start(connection, writing, Desk.CLERK).orElseThrow();
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () ->
                                certifications.certification(id).orElseThrow().state()
                                        != Certification.State.RUNNING);
        return id;
    }

    private static void assertWritingIsProved(List<Check> checks) {
        assertThat(passed(checks, Entity.ORDER))
                .contains(
                        Contract.FINDS_NOTHING,
                        Contract.CREATED,
                        Contract.FOUND_AGAIN,
                        Contract.VOIDED,
                        Contract.REPLY_LOST,
                        Contract.REQUEST_LOST,
                        Contract.VOID_REPLY_LOST);
        assertThat(passed(checks, Entity.CUSTOMER))
                .contains(
                        Contract.TEXT_KEPT,
                        Contract.REPLY_LOST,
                        Contract.REQUEST_LOST,
                        Contract.CHANGED,
                        Contract.STALE_REFUSED,
                        Contract.CHANGE_REPLY_LOST);
        assertThat(passed(checks, Entity.VOUCHER))
                .contains(Contract.FOUND_AGAIN, Contract.REPLY_LOST, Contract.REQUEST_LOST);
        assertThat(passed(checks, Entity.PRODUCT))
                .contains(Contract.CHANGED, Contract.STALE_REFUSED, Contract.CHANGE_REPLY_LOST);
    }

    @Test
    void anErpThatDoesNotAnswerFailsAndOnlyOneRunGoesOnAtATime() {
        String connection = desk.aConnection(Protocol.REST);
        desk.jdbc()
                .sql("update erp_connection set endpoint = 'http://127.0.0.1:1/' where name = :n")
                .param("n", connection)
                .update();

        long id = certifications.start(connection, false, Desk.CLERK).orElseThrow();
        await().atMost(Duration.ofMinutes(1))
                .until(
                        () ->
                                certifications.certification(id).orElseThrow().state()
                                        == Certification.State.FAILED);

        assertThat(passed(certifications.checks(id), Entity.PRODUCT)).isEmpty();
        desk.jdbc()
                .sql("update certification set finished_at = null, beat_at = now() where id = :id")
                .param("id", id)
                .update();
        assertThat(certifications.start(connection, false, Desk.CLERK)).isEmpty();
    }

    private static List<Contract> passed(List<Check> checks, Entity entity) {
        return checks.stream()
                .filter(it -> it.entity() == entity && it.outcome() == Outcome.PASSED)
                .map(Check::contract)
                .toList();
    }

    private long count(String table) {
        return desk.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }

    /** The pack shipped for REST under another name. */
    private byte[] changed(String id, int version, UnaryOperator<String> change) {
        byte[] shipped = definitions.download("simulator-rest").orElseThrow();
        DefinitionPack pack = ((ZippedPack.Reading.Read) ZippedPack.read(shipped)).pack();
        Map<String, byte[]> files = new HashMap<>();
        pack.paths().forEach(path -> files.put(path, pack.file(path).orElseThrow()));
        String yaml = new String(files.get(DefinitionPack.MAIN), StandardCharsets.UTF_8);
        String mine =
                change.apply(
                        yaml.replace("id: simulator-rest", "id: " + id)
                                .replaceFirst("version: \\d+", "version: " + version));
        files.put(DefinitionPack.MAIN, mine.getBytes(StandardCharsets.UTF_8));
        return ZippedPack.write(new DefinitionPack(id, files));
    }
}
