package io.mallhub.processes.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.sun.net.httpserver.HttpServer;
import io.mallhub.processes.IncidentDesk;
import io.mallhub.processes.engine.Housekeeping;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.TestOrder;
import io.mallhub.processes.fixture.Trial;
import io.mallhub.shared.ProvenLedger;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** Alerts reach a real mail server and a real receiver of webhooks. */
class AlertsTest extends ProcessTest {
    private static final String SECRET = "agreed";
    private final GreenMail post = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> signatures = new CopyOnWriteArrayList<>();
    private volatile int status = 500;
    private HttpServer receiver;
    @Autowired private AlertRules rules;
    @Autowired private IncidentDesk desk;
    @Autowired private AlertBook book;
    @Autowired private Housekeeping housekeeping;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private JdbcClient jdbc;

    @BeforeEach
    void receiversListen() throws IOException {
        jdbc.sql("TRUNCATE operator_alert, alert_delivery").update();
        post.start();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/hook",
                exchange -> {
                    String body =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    calls.add(body);
                    signatures.add(
                            exchange.getRequestHeaders().getFirst("X-MallHub-Signature")
                                    + "|sha256="
                                    + WebhookCall.sign(
                                            SECRET,
                                            exchange.getRequestHeaders()
                                                            .getFirst("X-MallHub-Timestamp")
                                                    + "."
                                                    + body));
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        receiver.start();
    }

    @AfterEach
    void receiversEnd() {
        receiver.stop(0);
        post.stop();
    }

    @Test
    void aNewGroupOfIncidentsIsToldOnceByMailAndByASignedWebhookThatIsRetried() throws Exception {
        try (Trial trial = new Trial(client)) {
            String number = newNumber("AL");
            long key = trial.start(number, "away");
            eventually(
                    () ->
                            assertThat(instances.instance(key))
                                    .hasValueSatisfying(
                                            view -> assertThat(view.incidents()).isNotEmpty()));
            Alerts alerts = alerts(Set.of("127.0.0.1"));

            alerts.look();
            alerts.look();
            alerts.send();

            long told = count("alert_delivery WHERE channel = 'EMAIL'");
            assertThat(post.waitForIncomingEmail(5_000, (int) told)).isTrue();
            assertThat(post.getReceivedMessages()).hasSize((int) told);
            assertThat(post.getReceivedMessages())
                    .anySatisfy(
                            mail -> {
                                assertThat(mail.getSubject()).contains("step", "Process incident");
                                assertThat(mail.getContent().toString())
                                        .contains("https://mall/console/operations/incidents/");
                            });
            assertThat(calls).isNotEmpty();
            assertThat(count("alert_delivery WHERE channel = 'WEBHOOK' AND sent_at IS NOT NULL"))
                    .isZero();

            status = 204;
            eventually(
                    () -> {
                        alerts.send();
                        assertThat(count("alert_delivery WHERE sent_at IS NULL")).isZero();
                    });
            assertThat(signatures)
                    .allSatisfy(
                            both -> {
                                String[] parts = both.split("\\|", 2);
                                assertThat(parts[0]).isEqualTo(parts[1]);
                            });
            assertThat(post.getReceivedMessages()).hasSize((int) told);
        }
    }

    @Test
    void aLedgerThatDoesNotAddUpIsToldByMailInBothLanguages() throws Exception {
        ProvenLedger broken = mock();
        when(broken.name()).thenReturn("prepaid");
        when(broken.unprovenAccounts()).thenReturn(List.of("C00000012"));
        LedgerWatch watch = new LedgerWatch(List.of(broken), Clock.systemUTC());
        Alerts alerts = alerts(Set.of("127.0.0.1"), new AlertRules(desk, instances, watch, jdbc));

        alerts.look();
        alerts.send();

        assertThat(post.waitForIncomingEmail(5_000, 1)).isTrue();
        assertThat(post.getReceivedMessages())
                .anySatisfy(
                        mail ->
                                assertThat(mail.getContent().toString())
                                        .contains("C00000012", "账本", "differs from the sum"));
    }

    @Test
    void tasksThatAreOverdueAreToldWithTheirStep() throws Exception {
        String number = newNumber("SO");
        mall.order(number).facts = TestOrder.facts("100", "-50", "0", false, true, false);
        mall.submit(number);
        long task = openTask(number, "finance-approval").key();
        assertThat(overdue("finance-approval")).isZero();

        jdbc.sql("UPDATE engine.user_task SET due_at = now() - interval '1 minute' WHERE key = ?")
                .param(task)
                .update();

        assertThat(overdue("finance-approval")).isEqualTo(1);
        told(Finding.OVERDUE, "order-approval/finance-approval");
    }

    @Test
    void readModelsThatLagBehindAreToldUntilTheyHaveCaughtUp() throws Exception {
        jdbc.sql(
                        """
                        INSERT INTO engine.exporter_position
                            (partition_id, position, record_at, exported_at, alive_at)
                        SELECT 77, 1, at, at, at FROM (SELECT now() - interval '2 hours' AS at) t
                        """)
                .update();
        try {
            told(Finding.LAG, "77");
        } finally {
            jdbc.sql("DELETE FROM engine.exporter_position WHERE partition_id = 77").update();
        }
        alerts(Set.of("127.0.0.1")).look();

        assertThat(count("operator_alert WHERE rule = 'lag' AND cleared_at IS NULL")).isZero();
        assertThat(count("operator_alert WHERE rule = 'lag' AND cleared_at IS NOT NULL"))
                .isEqualTo(1);
    }

    /** As the incident desk stands, other groups may be told beside it. */
    private void told(String rule, String subject) throws Exception {
        Alerts alerts = alerts(Set.of("127.0.0.1"), rules, 0);
        alerts.look();
        alerts.look();
        status = 204;
        alerts.send();

        assertThat(
                        jdbc.sql(
                                        "SELECT count(*) FROM operator_alert WHERE rule = ? AND subject = ?")
                                .params(rule, subject)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
        assertThat(post.waitForIncomingEmail(5_000, 1)).isTrue();
        assertThat(post.getReceivedMessages())
                .anySatisfy(mail -> assertThat(mail.getContent().toString()).contains(subject));
        assertThat(calls).anyMatch(call -> call.contains(rule) && call.contains(subject));
    }

    private long overdue(String element) {
        return rules.now(settings(Set.of(), 0)).stream()
                .filter(it -> it.rule().equals(Finding.OVERDUE))
                .filter(it -> it.subject().endsWith(element))
                .count();
    }

    @Test
    void aWebhookNeverGoesIntoTheOwnNetworkUnlessItsHostIsAllowed() {
        WebhookGuard guard = new WebhookGuard(Set.of());
        for (String inside :
                List.of(
                        "http://127.0.0.1/x",
                        "http://10.1.2.3/x",
                        "http://169.254.169.254/latest",
                        "http://[::1]/x",
                        "http://[::ffff:127.0.0.1]/x",
                        "http://[fd00::1]/x",
                        "http://100.64.0.1/",
                        "http://0.0.0.0/",
                        "file:///etc/passwd",
                        "gopher://mall/",
                        "http://user@93.184.216.34/")) {
            assertThatThrownBy(() -> guard.check(URI.create(inside)))
                    .as(inside)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(
                        () ->
                                new WebhookGuard(Set.of("hooks.example"))
                                        .check(URI.create("https://93.184.216.34/")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Alerts alerts(Set<String> allowed) {
        return alerts(allowed, rules);
    }

    private Alerts alerts(Set<String> allowed, AlertRules rules) {
        return alerts(allowed, rules, 1_000_000);
    }

    @SuppressWarnings("unchecked")
    private Alerts alerts(Set<String> allowed, AlertRules rules, int overdue) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(post.getSmtp().getPort());
        ObjectProvider<JavaMailSender> mail = mock();
        when(mail.getObject()).thenReturn(sender);
        return new Alerts(
                rules,
                book,
                settings(allowed, overdue),
                mail,
                housekeeping,
                transactions,
                Clock.systemUTC());
    }

    private AlertSettings settings(Set<String> allowed, int overdue) {
        return new AlertSettings(
                List.of("ops@example.com"),
                "mallhub@example.com",
                List.of(
                        new AlertSettings.Webhook(
                                URI.create(
                                        "http://127.0.0.1:"
                                                + receiver.getAddress().getPort()
                                                + "/hook"),
                                SECRET)),
                allowed,
                Duration.ofMillis(10),
                Duration.ofMinutes(1),
                overdue,
                Duration.ofHours(1),
                "https://mall");
    }

    private long count(String rows) {
        return jdbc.sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }
}
