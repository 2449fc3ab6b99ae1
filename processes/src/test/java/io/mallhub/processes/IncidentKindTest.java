package io.mallhub.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.mallhub.processes.IncidentDesk.Group;
import io.mallhub.processes.IncidentDesk.Kind;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the workers themselves say of an ERP, as the incident desk understands it. */
class IncidentKindTest {
    @ParameterizedTest
    @CsvSource({
        "ERP 暂不可用：erp-soap is paused: by hand, ERP_AWAY",
        "ERP 是否已收到订单尚未查明：The ERP could not be asked: HTTP # HTTP #, ERP_AWAY",
        "The ERP rejected it: no such customer, ERP_REFUSES",
        "something else altogether, OTHER"
    })
    void theWordsOfACauseTellItsKind(String cause, Kind kind) {
        Group group =
                new Group(
                        "key",
                        "order-approval",
                        "push-order",
                        "JOB_NO_RETRIES",
                        cause,
                        cause,
                        1,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        null);

        assertThat(group.kind()).isEqualTo(kind);
    }
}
