package io.mallhub.processes.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mallhub.identity.Role;
import io.mallhub.identity.StaffView;
import io.mallhub.order.OrderState;
import io.mallhub.processes.Instances.InstanceQuery;
import io.mallhub.processes.Instances.InstanceView;
import io.mallhub.processes.Instances.State;
import io.mallhub.processes.fixture.ProcessTest;
import io.mallhub.processes.fixture.TestAudit;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Instances as operators see and repair them. */
class InstancesTest extends ProcessTest {
    private static final StaffView OPERATOR = staff("olga", Role.OPERATOR);

    private final String number = newNumber("SO");

    @Autowired private TestAudit audit;

    @Test
    void anInstanceShowsItsPathItsTokenItsVariablesAndWhatItWaitsFor() {
        mall.submit(number);
        awaitElement(number, "await-acceptance");

        InstanceView view =
                instances.instance(instances.about(number).getFirst().key()).orElseThrow();

        assertThat(view.row().process()).isEqualTo("order-approval");
        assertThat(view.row().state()).isEqualTo(State.ACTIVE);
        assertThat(view.takenFlows()).contains("payment-expected-to-push-order");
        assertThat(view.variables())
                .anyMatch(v -> v.name().equals("orderNumber") && v.json().contains(number));
        assertThat(view.waiting())
                .anyMatch(w -> w.kind().equals("message") && w.what().equals("order-erp-answered"))
                .anyMatch(
                        w ->
                                w.kind().equals("timer")
                                        && w.due() != null
                                        && w.due().isAfter(Instant.now()));
        assertThat(view.jobs()).anyMatch(j -> j.type().equals("order.push"));
        assertThat(instances.bpmnXml(view.definitionKey())).contains("id=\"order-approval\"");
        assertThat(instances.lag()).isNotEmpty();
    }

    @Test
    void aStepThatKeepsFailingBecomesAnIncidentAndGoesOnWhenRetried() {
        mall.order(number).state = OrderState.CANCELLED; // approving it must fail
        mall.submit(number);

        eventually(
                () ->
                        assertThat(instances.page(incidents(), PageRequest.first(50)).items())
                                .extracting(row -> row.businessNumber())
                                .contains(number));
        InstanceView view =
                instances.instance(instances.about(number).getFirst().key()).orElseThrow();
        var incident = view.incidents().getFirst();
        assertThat(incident.element()).isEqualTo("approve-order");
        assertThat(incident.message()).contains("Cannot approve");

        mall.order(number).state = OrderState.APPROVED;
        instances.retry(incident.key(), "order repaired", OPERATOR);

        awaitElement(number, "await-acceptance");
        assertThat(audit.entries)
                .anyMatch(
                        e ->
                                e.action().equals("retry-incident")
                                        && e.subject().equals("" + view.row().key())
                                        && e.reason().equals("order repaired"));
    }

    @Test
    void anOperatorCancelsAndChangesVariablesOnlyWithAReason() {
        mall.submit(number);
        awaitElement(number, "await-acceptance");
        long key = instances.about(number).getFirst().key();

        assertThatThrownBy(() -> instances.cancel(key, " ", OPERATOR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> instances.changeVariable(key, "note", "{no json", "why", OPERATOR))
                .isInstanceOf(IllegalArgumentException.class);
        instances.changeVariable(key, "note", "{\"a\": 1}", "test", OPERATOR);
        eventually(
                () ->
                        assertThat(instances.instance(key).orElseThrow().variables())
                                .anyMatch(v -> v.name().equals("note")));
        instances.cancel(key, "not wanted", OPERATOR);

        assertThat(instances.about(number).getFirst().state()).isEqualTo(State.CANCELED);
    }

    private static InstanceQuery incidents() {
        return new InstanceQuery("order-approval", State.ACTIVE, null, true);
    }
}
