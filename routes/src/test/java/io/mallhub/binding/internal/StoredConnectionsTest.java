package io.mallhub.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.binding.Connections;
import io.mallhub.binding.Connections.SecretsMissing;
import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.routes.fixture.Desk;
import io.mallhub.routes.fixture.RoutesTest;
import java.net.URI;
import java.time.Duration;
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
