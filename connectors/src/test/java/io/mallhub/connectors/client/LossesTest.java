package io.mallhub.connectors.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.connectors.ConnectionSettings;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.Exchange;
import io.mallhub.connectors.Losses;
import io.mallhub.connectors.Losses.Loss;
import io.mallhub.connectors.UploadedDefinitions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and replies lost on purpose look as if the network had lost them. */
class LossesTest {
    private final ScriptedErp script = new ScriptedErp();
    private final Losses losses = new Losses();
    private final List<Exchange> log = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        script.close();
    }

    @ParameterizedTest
    @CsvSource({"REQUEST, 0", "REPLY, 1"})
    void theNextWritingCallIsLostOnce(Loss loss, int arrived) {
        script.answers(200, "{\"code\":0}").answers(200, "{\"code\":0}");
        ErpClient erp = erp();

        try (Losses.Armed armed = losses.next(loss)) {
            assertThatThrownBy(() -> erp.voidOrder("X-1", "cancelled"))
                    .isInstanceOf(ErpFault.OutcomeUnknown.class)
                    .hasMessageContaining("on purpose");
        }

        assertThat(script.requests).hasSize(arrived);
        assertThat(log).singleElement().satisfies(it -> assertThat(it.fault()).isNotNull());
        erp.voidOrder("X-1", "cancelled");
        assertThat(script.requests).hasSize(arrived + 1);
    }

    @Test
    void readingCallsAndClosedOrdersAreLeftAlone() {
        script.answers(200, "{\"code\":0}").answers(200, "{\"code\":0}");
        ErpClient erp = erp();

        try (Losses.Armed armed = losses.next(Loss.REPLY)) {
            erp.ping();
        }
        erp.voidOrder("X-1", "cancelled");

        assertThat(script.requests).hasSize(2);
    }

    /** Nobody listens: what is surely not sent stays sure. */
    @Test
    void aReplyThatNeverCameIsNotLostOnPurpose() {
        ErpClient erp = erp();
        script.close();

        try (Losses.Armed armed = losses.next(Loss.REPLY)) {
            assertThatThrownBy(() -> erp.voidOrder("X-1", "cancelled"))
                    .isInstanceOf(ErpFault.Unavailable.class);
        }
    }

    private ErpClient erp() {
        return new DefinedErpClients(Clock.systemUTC(), "", UploadedDefinitions.NONE)
                .open(
                        new ConnectionSettings(
                                "erp",
                                "simulator-rest",
                                script.address(),
                                Map.of("apiKey", "secret-key-1"),
                                Set.of("127.0.0.1"),
                                Duration.ofSeconds(5)),
                        log::add,
                        losses);
    }
}
