package io.mallhub.processes.walked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.mallhub.bpmn.Diagrams;
import io.mallhub.processes.fixture.ProcessTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the tests before this one have walked through on the real broker, by what it exported: every
 * element and every flow of every diagram. Classes run in the order of their names, so this one
 * comes last; where the others did not run, there is nothing to say.
 */
class WalkedDiagramsTest extends ProcessTest {
    private static final Set<String> WALKERS =
            Set.of(
                    "CommissionProcessTest",
                    "SyncDecisionProcessTest",
                    "OnlinePaymentProcessTest",
                    "OrderApprovalProcessTest",
                    "EngineFaultsTest",
                    "OnlineRefundProcessTest",
                    "CustomerRegistrationProcessTest",
                    "QualificationRenewalProcessTest",
                    "SalesReturnProcessTest");

    @Autowired private JdbcClient jdbc;

    static Stream<String> diagrams() {
        return Diagrams.RESOURCES.stream().filter(it -> it.endsWith(".bpmn"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyElementAndEveryFlowWasWalked(String resource) throws IOException {
        assumeThat(walked()).containsAll(WALKERS);
        BpmnModelInstance diagram = read(resource);
        String process = ids(diagram.getModelElementsByType(Process.class)).getFirst();

        eventually(
                () -> {
                    assertThat(notIn(entered(process), diagram, FlowNode.class)).isEmpty();
                    assertThat(notIn(taken(process), diagram, SequenceFlow.class)).isEmpty();
                });
    }

    private static <T extends BaseElement> Set<String> notIn(
            List<String> seen, BpmnModelInstance diagram, Class<T> kind) {
        Set<String> missing = new TreeSet<>(ids(diagram.getModelElementsByType(kind)));
        assertThat(missing).isNotEmpty();
        seen.forEach(missing::remove);
        return missing;
    }

    private static List<String> ids(Collection<? extends BaseElement> elements) {
        return elements.stream().map(BaseElement::getId).toList();
    }

    private List<String> entered(String process) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT e.element_id FROM engine.element_instance e
                        JOIN engine.process_instance i ON i.key = e.process_instance_key
                        WHERE i.process_id = ?
                        """)
                .param(process)
                .query(String.class)
                .list();
    }

    private List<String> taken(String process) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT f.flow_id FROM engine.sequence_flow f
                        JOIN engine.process_instance i ON i.key = f.process_instance_key
                        WHERE i.process_id = ?
                        """)
                .param(process)
                .query(String.class)
                .list();
    }

    private static BpmnModelInstance read(String resource) throws IOException {
        try (InputStream in = Diagrams.class.getClassLoader().getResourceAsStream(resource)) {
            return Bpmn.readModelFromStream(in);
        }
    }
}
