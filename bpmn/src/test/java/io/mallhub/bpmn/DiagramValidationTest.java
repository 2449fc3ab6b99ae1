package io.mallhub.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Camunda's own model API says of the diagrams. */
class DiagramValidationTest {
    static Stream<String> diagrams() {
        return Diagrams.RESOURCES.stream().filter(it -> it.endsWith(".bpmn"));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void aDiagramIsValidBySchemaAndHasNeitherErrorNorWarning(String resource) throws IOException {
        BpmnModelInstance model = read(text(resource));

        Bpmn.validateModel(model);

        assertThat(words(model)).isEmpty();
    }

    @Test
    void theValidationSeesWhatTheEngineWouldRefuse() throws IOException {
        String broken =
                text("bpmn/sync-decision.bpmn")
                        .replace("type=\"conflict.apply\" retries=\"10\"", "retries=\"10\"");

        assertThat(words(read(broken))).isNotEmpty();
    }

    @Test
    void aDiagramLoadedByTheModelApiHasItsUserTasks() throws IOException {
        assertThat(read(text("bpmn/sync-decision.bpmn")).getModelElementsByType(UserTask.class))
                .extracting(UserTask::getId)
                .containsExactly(SyncDecision.DECISION_TASK);
    }

    /** Errors and warnings, each with the id of its element. */
    private static List<String> words(BpmnModelInstance model) {
        return model.validate(ZeebeDesignTimeValidators.VALIDATORS).getResults().values().stream()
                .flatMap(List::stream)
                .map(
                        it ->
                                it.getElement().getParentElement().getAttributeValue("id")
                                        + " "
                                        + it.getElement().getAttributeValue("id")
                                        + " "
                                        + it.getType()
                                        + " "
                                        + it.getMessage())
                .toList();
    }

    private static BpmnModelInstance read(String text) {
        return Bpmn.readModelFromStream(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = Diagrams.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
