package io.mallhub.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.binding.Connections;
import io.mallhub.binding.SealedColumn;
import io.mallhub.binding.SecretsKeys.Known;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.shared.PageRequest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The hub starts with other keys than before, on a database with many connections. */
@RoutesTest
class LockedSecretsTest {
    private static final int MANY = 120;

    /** Of the hub that all these tests share. */
    private static final String OURS = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private static final String NEW = key('n');
    private static final String STRAY = key('s');

    @Autowired private Desk desk;
    @Autowired private Connections connections;
    @Autowired private List<SealedColumn> columns;
    @Autowired private SecretBox ours;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private AuditLog audit;
    private String prefix = "";

    @BeforeEach
    void manyConnectionsHalfOfThemFromBeforeKeysHadNames() {
        prefix = "keys-" + UUID.randomUUID().toString().substring(0, 8) + "-";
        for (int i = 0; i < MANY; i++) {
            String name = name(i);
            byte[] nonce = "nonce %6d".formatted(i).getBytes();
            insert(
                    name,
                    i % 2 == 0
                            ? ours.lock(name, Map.of("password", name))
                            : OlderBoxes.lock(
                                    OURS, name, "{\"password\":\"" + name + "\"}", nonce));
        }
    }

    @AfterEach
    void theOthersGoOnWithOurKey() {
        jdbc.sql("drop trigger if exists cut_off on erp_connection").update();
        jdbc.sql("drop function if exists cut_off").update();
        start(OURS + "," + NEW + "," + STRAY);
        jdbc.sql("delete from erp_connection where name like :mine")
                .param("mine", prefix + "%")
                .update();
    }

    private String name(int number) {
        return prefix + "%03d".formatted(number);
    }

    private void insert(String name, byte[] box) {
        jdbc.sql(
                        "insert into erp_connection (name, title, definition, endpoint, allowed_hosts,"
                                + " timeout_ms, secrets) values (:name, :name, 'paper',"
                                + " 'http://127.0.0.1:1/', '{}', 5000, :box)")
                .param("name", name)
                .param("box", box)
                .update();
    }

    /** As the hub does when it starts. */
    private LockedSecrets start(String keys) {
        return start(keys, null);
    }

    private LockedSecrets start(String keys, @Nullable String lost) {
        SecretsSettings settings = new SecretsSettings(keys, null, lost);
        LockedSecrets secrets =
                new LockedSecrets(
                        columns, new SecretBox(settings), settings, jdbc, transaction, audit);
        secrets.afterSingletonsInstantiated();
        return secrets;
    }

    private static SecretBox boxOf(String keys) {
        return new SecretBox(new SecretsSettings(keys, null, null));
    }

    private byte[] box(String name) {
        return jdbc.sql("select secrets from erp_connection where name = :name")
                .param("name", name)
                .query(byte[].class)
                .single();
    }

    private long lockedWith(String key) {
        return jdbc.sql(
                        "select count(*) from erp_connection where name like :mine"
                                + " and substring(secrets from 1 for :header) = :key")
                .param("mine", prefix + "%")
                .param("header", SecretBox.HEADER)
                .param("key", SecretBox.header(boxOf(key).keys().getFirst()))
                .query(Long.class)
                .single();
    }

    private void assertAllOpenWith(String key) {
        SecretBox box = boxOf(key);
        for (int i = 0; i < MANY; i++) {
            assertThat(box.open(name(i), box(name(i)))).isEqualTo(Map.of("password", name(i)));
        }
    }

    @Test
    void allThatAnOlderKeyLocksIsLockedWithTheNewest() {
        List<Known> keys = start(NEW + "," + OURS).known();

        assertAllOpenWith(NEW);
        assertThat(keys.getFirst().newest()).isTrue();
        assertThat(keys.getFirst().boxes()).isGreaterThanOrEqualTo(MANY);
        assertThat(keys.getLast().removable()).isTrue();
        start(NEW);
    }

    @Test
    void aKeyThatIsKnownButNotTheNewestYetLocksNothing() {
        start(OURS + "," + NEW);

        assertThat(lockedWith(NEW)).isZero();
        assertThat(lockedWith(OURS)).isEqualTo(MANY);
    }

    @Test
    void aStartThatWasCutOffGoesOnWhereItEnded() {
        jdbc.sql(
                        """
                        create or replace function cut_off() returns trigger language plpgsql as
                        'begin raise exception ''cut off''; end'
                        """)
                .update();
        jdbc.sql(
                        "create trigger cut_off before update of secrets on erp_connection"
                                + " for each row when (new.name = '"
                                + name(MANY - 1)
                                + "') execute function cut_off()")
                .update();

        assertThatThrownBy(() -> start(NEW + "," + OURS)).isInstanceOf(DataAccessException.class);
        assertThat(lockedWith(NEW)).isBetween(50L, MANY - 1L);
        assertAllOpenWith(NEW + "," + OURS);
        assertThatThrownBy(() -> start(NEW)).hasMessageContaining(prefix);

        jdbc.sql("drop trigger cut_off on erp_connection").update();
        List<Known> keys = start(NEW + "," + OURS).known();

        assertThat(lockedWith(NEW)).isEqualTo(MANY);
        assertThat(keys.getLast().removable()).isTrue();
    }

    @Test
    void nodesThatStartTogetherDoNotDisturbEachOther() throws Exception {
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            Callable<LockedSecrets> node = () -> start(NEW + "," + OURS);
            for (Future<LockedSecrets> started : nodes.invokeAll(List.of(node, node, node))) {
                assertThat(started.get().known().getLast().removable()).isTrue();
            }
        }
        assertAllOpenWith(NEW);
    }

    @Test
    void withAWrongKeyNothingStartsAndNothingChanges() {
        byte[] before = box(name(1));

        assertThatThrownBy(() -> start(NEW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("do not open, so the hub does not start")
                .hasMessageContaining("locked with key " + ours.keys().getFirst().id())
                .hasMessageContaining("Known are the keys " + boxOf(NEW).keys().getFirst().id())
                .hasMessageContaining("mallhub.secrets-key")
                .hasMessageContaining("mallhub.secrets-lost=");

        assertThat(box(name(1))).isEqualTo(before);
        assertThat(lockedWith(NEW)).isZero();
    }

    @Test
    void whatIsLostIsGivenUpWhenSomebodySaysSoAndTypedInAgain() {
        String erp = desk.aConnection();
        jdbc.sql("update erp_connection set secrets = :box where name = :name")
                .param("box", boxOf(STRAY).lock(erp, Map.of("password", "gone")))
                .param("name", erp)
                .update();
        assertThatThrownBy(() -> start(OURS)).hasMessageContaining(erp);

        String gone = boxOf(STRAY).keys().getFirst().id();
        assertThatThrownBy(() -> start(OURS, boxOf(NEW).keys().getFirst().id()))
                .as("the word is good for another key")
                .hasMessageContaining("mallhub.secrets-lost=" + gone);
        start(OURS, gone);

        assertThat(connections.connection(erp).orElseThrow().pausedReason()).contains("lost");
        AuditQuery givenUp = new AuditQuery(null, "erp_connection", erp, "give-up-secrets");
        assertThat(audit.page(givenUp, PageRequest.first(5)).items()).hasSize(1);
        assertAllOpenWith(OURS);
        connections.save(Desk.settings(erp, Map.of("password", "anew")), "An ERP", Desk.CLERK);
        assertThat(ours.open(erp, box(erp))).isEqualTo(Map.of("password", "anew"));
        start(OURS);
    }

    private static String key(char one) {
        return Base64.getEncoder().encodeToString(String.valueOf(one).repeat(32).getBytes());
    }
}
