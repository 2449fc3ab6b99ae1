package io.mallhub.connectors.transport;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostGuardTest {
    private final HostGuard guard =
            new HostGuard(
                    Set.of(
                            "127.0.0.1",
                            "10.1.2.3",
                            "169.254.169.254",
                            "100.100.100.200",
                            "0.0.0.0",
                            "::ffff:169.254.169.254",
                            "2130706433",
                            "fe80::1"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "http://user:secret@127.0.0.1/",
                "http://127.0.0.2/",
                "http://localhost/",
                "http://169.254.169.254/latest/meta-data",
                "http://100.100.100.200/latest/meta-data",
                "http://[::ffff:169.254.169.254]/",
                "http://[fe80::1]/",
                "http://0.0.0.0/",
                "http://2130706433/"
            })
    void anythingButAnAllowedAndHarmlessHostIsRefused(String url) {
        assertThatThrownBy(() -> guard.check(URI.create(url)))
                .isInstanceOf(HostGuard.RefusedHost.class);
    }

    @Test
    void allowedHostsPassLoopbackIncludedWhenNamed() {
        assertThatCode(() -> guard.check(URI.create("http://127.0.0.1:8095/ws")))
                .doesNotThrowAnyException();
        assertThatCode(() -> guard.check(URI.create("https://10.1.2.3/")))
                .doesNotThrowAnyException();
    }
}
