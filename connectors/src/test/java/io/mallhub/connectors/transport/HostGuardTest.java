package io.mallhub.connectors.transport;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "::1",
                "169.254.169.254",
                "::ffff:169.254.169.254",
                "::ffff:127.0.0.1",
                "fe80::1",
                "0.0.0.0",
                "224.0.0.1",
                "fd00:ec2::254",
                "100.100.100.200"
            })
    void aNameThatLeadsInsideIsRefusedAlsoBesideAGoodAddress(String inside) throws Exception {
        InetAddress good = InetAddress.getByName("93.184.216.34");
        InetAddress bad = InetAddress.getByName(inside);
        for (InetAddress[] all : new InetAddress[][] {{bad}, {good, bad}, {bad, good}}) {
            HostGuard names = new HostGuard(Set.of("erp.example.cn"), host -> all);

            assertThatThrownBy(() -> names.check(URI.create("https://ERP.example.cn/ws")))
                    .isInstanceOf(HostGuard.RefusedHost.class)
                    .hasMessageContaining("never called");
        }
    }

    /** Every call is looked at, also on a connection that was good before. */
    @Test
    void aNameThatLeadsElsewhereByNowIsRefusedByNow() throws Exception {
        Deque<String> answers = new ArrayDeque<>(List.of("93.184.216.34", "127.0.0.1"));
        HostGuard names =
                new HostGuard(
                        Set.of("erp.example.cn"),
                        host -> InetAddress.getAllByName(answers.remove()));
        URI url = URI.create("https://erp.example.cn/ws");

        assertThatCode(() -> names.check(url)).doesNotThrowAnyException();
        assertThatThrownBy(() -> names.check(url)).isInstanceOf(HostGuard.RefusedHost.class);
    }

    /** Between the look and the call the name is not asked again: the JVM keeps the answer. */
    @Test
    void aJvmThatKeepsNoAddressesIsRefused() {
        assertThatThrownBy(() -> HostGuard.mustKeepAddresses("0", null))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> HostGuard.mustKeepAddresses(null, " 0 "))
                .isInstanceOf(IllegalStateException.class);
        assertThatCode(() -> HostGuard.mustKeepAddresses(null, "30")).doesNotThrowAnyException();
        assertThatCode(() -> new HostGuard(Set.of())).doesNotThrowAnyException();
    }

    @Test
    void allowedHostsPassLoopbackIncludedWhenNamed() {
        assertThatCode(() -> guard.check(URI.create("http://127.0.0.1:8095/ws")))
                .doesNotThrowAnyException();
        assertThatCode(() -> guard.check(URI.create("https://10.1.2.3/")))
                .doesNotThrowAnyException();
    }
}
