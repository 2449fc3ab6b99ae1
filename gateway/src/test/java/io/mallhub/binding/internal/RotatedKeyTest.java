package io.mallhub.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditLog;
import io.mallhub.binding.SealedColumn;
import io.mallhub.binding.SecretsKeys.Known;
import io.mallhub.fixture.MutableClock;
import io.mallhub.gateway.ApiClients;
import io.mallhub.gateway.ApiClients.ShownOnce;
import io.mallhub.gateway.WebhookEvent;
import io.mallhub.gateway.Webhooks;
import io.mallhub.gateway.Webhooks.NewSubscription;
import io.mallhub.gateway.fixture.CallingErps;
import io.mallhub.gateway.fixture.FetchingErp;
import io.mallhub.gateway.fixture.GatewayTest;
import io.mallhub.gateway.fixture.SoapProgram;
import io.mallhub.gateway.wire.MallPort;
import io.mallhub.shared.PageRequest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Secrets of every kind, of connections and of what calls and is called by an ERP. */
@GatewayTest
class RotatedKeyTest {
    /** Of the hub that all these tests share. */
    private static final String OURS = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private static final String NEW = Base64.getEncoder().encodeToString("n".repeat(32).getBytes());

    @LocalServerPort private int port;
    @Autowired private CallingErps erps;
    @Autowired private ApiClients clients;
    @Autowired private Webhooks webhooks;
    @Autowired private List<SealedColumn> columns;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private AuditLog audit;
    @Autowired private MutableClock clock;
    private ShownOnce before = new ShownOnce("", "");
    private ShownOnce after = new ShownOnce("", "");
    private long subscription;

    @BeforeEach
    void secretsOfEveryKind() {
        String connection = erps.aConnection();
        before = erps.aClient(connection);
        after = clients.rotate(before.id(), CallingErps.CLERK);
        webhooks.subscribe(
                new NewSubscription(
                        connection,
                        "Shop",
                        "http://127.0.0.1:1/",
                        Set.of(WebhookEvent.values()[0])),
                CallingErps.CLERK);
        subscription = webhooks.subscriptions(PageRequest.of(0, 1)).items().getFirst().id();
        webhooks.rotate(subscription, CallingErps.CLERK);
    }

    @AfterEach
    void theOthersGoOnWithOurKey() {
        start(OURS + "," + NEW, null);
    }

    /** As the hub does when it starts. */
    private LockedSecrets start(String keys, @Nullable String lost) {
        SecretsSettings settings = new SecretsSettings(keys, null, lost);
        LockedSecrets secrets =
                new LockedSecrets(
                        columns, new SecretBox(settings), settings, jdbc, transaction, audit);
        secrets.afterSingletonsInstantiated();
        return secrets;
    }

    @Test
    void eachColumnWithLockedSecretsIsOneOfThoseThatAreLockedAnew() {
        List<String> inTheDatabase =
                jdbc.sql(
                                """
                                select table_name || '.' || column_name from information_schema.columns
                                where table_schema = current_schema() and data_type = 'bytea'
                                  and column_name ~ 'secret|box'
                                """)
                        .query(String.class)
                        .list();

        assertThat(columns)
                .extracting(it -> it.table() + "." + it.column())
                .containsExactlyInAnyOrderElementsOf(inTheDatabase);
    }

    @Test
    void allIsLockedAnewAndTheOldKeyIsNeededNoMore() {
        List<Known> keys = start(NEW + "," + OURS, null).known();

        assertThat(keys.getLast().removable()).isTrue();
        SecretBox box = new SecretBox(new SecretsSettings(NEW, null, null));
        for (SealedColumn column : columns) {
            Map<String, byte[]> boxes = boxes(column);
            assertThat(boxes).as(column.table() + "." + column.column()).isNotEmpty();
            boxes.forEach((key, locked) -> box.open(column.owner(key), locked));
        }
    }

    @Test
    void programsAndWebhooksKeepTheirSecretsThroughARotationOfTheKey() {
        start(NEW + "," + OURS, null);
        start(OURS + "," + NEW, null);

        assertThat(fetched(before)).isEmpty();
        assertThat(fetched(after)).isEmpty();
        assertThat(webhooks.rotate(subscription, CallingErps.CLERK)).startsWith("whs_");
    }

    @Test
    void whereTheKeyIsLostNewSecretsAreMadeOnceSomebodySaysSo() {
        lose("api_client", "secret_box", "id", before.id(), before.id());
        lose(
                "webhook_subscription",
                "secret_box",
                "id::text",
                String.valueOf(subscription),
                "webhook-" + subscription);
        assertThatThrownBy(() -> start(OURS, null))
                .hasMessageContaining(before.id())
                .hasMessageContaining("webhook-" + subscription);

        start(OURS, SealingKey.of(Base64.getDecoder().decode(NEW)).id());

        assertThatThrownBy(() -> fetched(after)).isInstanceOf(RuntimeException.class);
        assertThat(fetched(before)).as("the previous one was not lost").isEmpty();
        assertThat(webhooks.rotate(subscription, CallingErps.CLERK)).startsWith("whs_");
    }

    private void lose(String table, String column, String key, String row, String owner) {
        byte[] stray = new SecretBox(new SecretsSettings(NEW, null, null)).lock(owner, Map.of());
        jdbc.sql("update %s set %s = :box where %s = :row".formatted(table, column, key))
                .param("box", stray)
                .param("row", row)
                .update();
    }

    private Map<String, byte[]> boxes(SealedColumn column) {
        return jdbc
                .sql(
                        "select %2$s::text, %3$s from %1$s where %3$s is not null"
                                .formatted(column.table(), column.key(), column.column()))
                .query((row, index) -> Map.entry(row.getString(1), row.getBytes(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** By a digest, for which the mall must know the secret itself. */
    private List<?> fetched(ShownOnce client) {
        MallPort mall = SoapProgram.digest(SoapProgram.soap11(port), client.id(), client.secret());
        return new FetchingErp(mall, clock).orders();
    }
}
