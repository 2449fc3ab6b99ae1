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

    @SuppressWarnings("unchecked")
    private Alerts alerts(Set<String> allowed, AlertRules rules) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(post.getSmtp().getPort());
        ObjectProvider<JavaMailSender> mail = mock();
        when(mail.getObject()).thenReturn(sender);
        AlertSettings settings =
                new AlertSettings(
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
                        1_000_000,
                        Duration.ofHours(1),
                        "https://mall");
        return new Alerts(
                rules, book, settings, mail, housekeeping, transactions, Clock.systemUTC());
    }

    private long count(String rows) {
        return jdbc.sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }
}
