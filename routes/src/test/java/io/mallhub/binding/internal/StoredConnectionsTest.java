package io.mallhub.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.audit.RecordedEntry;
import io.mallhub.binding.Connections;
import io.mallhub.binding.Connections.SecretsMissing;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Hours;
import io.mallhub.binding.Schedule;
import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.RoutesTest;
import io.mallhub.shared.PageRequest;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RoutesTest
class StoredConnectionsTest {
    @Autowired private Desk desk;
    @Autowired private Connections connections;
    @Autowired private ConnectionDesk stored;
    @Autowired private SecretBox box;
    @Autowired private AuditLog audit;
    private String erp = "";

    @BeforeEach
    void aConnection() {
        erp = desk.aConnection();
    }

    @Test
    void secretsThatAreLeftOutStayAndAreNeverReadBack() {
        long before = version();
        change("http://127.0.0.1:1/other", Map.of());

        assertThat(secrets()).isEqualTo(Map.of("password", "secret"));
        assertThat(connections.settings(erp).orElseThrow().secrets()).isEmpty();
        assertThat(version()).isEqualTo(before + 1);

        change("http://127.0.0.1:1/other", Map.of("password", "rotated"));
        assertThat(secrets()).isEqualTo(Map.of("password", "rotated"));
        assertThat(version()).isEqualTo(before + 2);

        change("http://127.0.0.1:1/other", Map.of());
        assertThat(version()).as("nothing was changed").isEqualTo(before + 2);
    }

    @Test
    void noSecretIsKeptForAnotherServerThanTheOneItWasGivenFor() {
        for (String server :
                Set.of("http://127.0.0.2:1/", "http://127.0.0.1:2/", "https://127.0.0.1:1/")) {
            assertThatThrownBy(() -> change(server, Map.of()))
                    .isInstanceOf(SecretsMissing.class)
                    .hasMessageContaining("password");
        }
        assertThat(connections.settings(erp).orElseThrow().endpoint())
                .isEqualTo(URI.create("http://127.0.0.1:1/"));

        change("http://127.0.0.2:1/", Map.of("password", "of the other"));
        assertThat(secrets()).isEqualTo(Map.of("password", "of the other"));
    }

    @Test
    void schedulesStayAndWhoChangedOneIsInTheAudit() {
        Schedule atNight =
                new Schedule(
                        Duration.ofMinutes(10),
                        new Hours(LocalTime.of(22, 0), LocalTime.of(6, 30)));
        assertThat(schedule(Flow.STOCK_IN)).isEqualTo(Schedule.ALWAYS);

        for (int i = 0; i < 2; i++) {
            connections.changeSchedules(
                    erp,
                    Map.of(Flow.STOCK_IN, atNight, Flow.ORDER_OUT, Schedule.ALWAYS),
                    Desk.CLERK);
            connections.compareDaily(erp, LocalTime.of(2, 30), Desk.CLERK);
        }

        assertThat(schedule(Flow.STOCK_IN)).isEqualTo(atNight);
        assertThat(schedule(Flow.ORDER_OUT)).isEqualTo(Schedule.ALWAYS);
        assertThat(connections.connection(erp).orElseThrow().compareAt())
                .isEqualTo(LocalTime.of(2, 30));
        assertThat(audited("change-schedules"))
                .containsExactly(Map.of("erp-stock-in", "pace PT10M, hours 22:00–06:30"));
        assertThat(audited("compare-daily")).containsExactly(Map.of("at", "02:30"));

        connections.changeSchedules(erp, Map.of(Flow.STOCK_IN, Schedule.ALWAYS), Desk.CLERK);
        connections.compareDaily(erp, null, Desk.CLERK);

        assertThat(schedule(Flow.STOCK_IN)).isEqualTo(Schedule.ALWAYS);
        assertThat(connections.connection(erp).orElseThrow().compareAt()).isNull();
    }

    @Test
    void aPaceIsOfFlowsThatReadAndWithinItsRange() {
        Schedule hourly = new Schedule(Duration.ofHours(1), null);
        for (Flow flow : Flow.values()) {
            if (!flow.inbound()) {
                assertThatThrownBy(
                                () ->
                                        connections.changeSchedules(
                                                erp, Map.of(flow, hourly), Desk.CLERK))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
        for (Duration bad :
                List.of(
                        Duration.ZERO,
                        Duration.ofSeconds(-60),
                        Duration.ofMillis(4_999),
                        Duration.ofMillis(5_500),
                        Duration.ofDays(7).plusSeconds(1))) {
            assertThatThrownBy(() -> new Schedule(bad, null))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (Duration good : List.of(Duration.ofSeconds(5), Duration.ofDays(7))) {
            connections.changeSchedules(
                    erp, Map.of(Flow.STOCK_IN, new Schedule(good, null)), Desk.CLERK);
            assertThat(schedule(Flow.STOCK_IN).pace()).isEqualTo(good);
        }
    }

    @Test
    void hoursAreTwoDifferentTimesInWholeMinutes() {
        LocalTime eight = LocalTime.of(8, 0);
        assertThatThrownBy(() -> new Hours(eight, eight))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Hours(eight, LocalTime.of(18, 0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Schedule schedule(Flow flow) {
        return desk.view(erp, flow).schedule();
    }

    private List<Map<String, String>> audited(String action) {
        return audit
                .page(new AuditQuery(null, "connection", erp, action), PageRequest.first(50))
                .items()
                .stream()
                .map(RecordedEntry::entry)
                .map(AuditEntry::details)
                .toList();
    }

    private void change(String endpoint, Map<String, String> secrets) {
        URI uri = URI.create(endpoint);
        connections.save(
                new ConnectionSettings(
                        erp, "paper", uri, secrets, Set.of(uri.getHost()), Duration.ofSeconds(5)),
                "An ERP",
                Desk.CLERK);
    }

    private Map<String, String> secrets() {
        return box.open(erp, stored.row(erp).orElseThrow().secrets());
    }

    private long version() {
        return stored.row(erp).orElseThrow().version();
    }
}
