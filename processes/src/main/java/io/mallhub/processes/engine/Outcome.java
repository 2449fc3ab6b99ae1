package io.mallhub.processes.engine;

import java.time.Duration;
import java.util.Map;

/** How a job ended. */
public sealed interface Outcome {
    /**
     * Done.
     *
     * @param variables become process variables
     */
    record Complete(Map<String, Object> variables) implements Outcome {
        public Complete {
            variables = Map.copyOf(variables);
        }
    }

    /** Done, with an end that the diagram knows. */
    record BpmnError(String code, String words, Map<String, Object> variables) implements Outcome {
        public BpmnError {
            variables = Map.copyOf(variables);
        }
    }

    /**
     * Nothing wrong here, but the other side is not available: again after the back-off, and an
     * incident with these words when the retries of the job type are used up.
     */
    record TryLater(String words) implements Outcome {}

    /**
     * Waits for something outside that may take as long as it likes: looked at again after the
     * pause, and never an incident.
     */
    record LookAgain(String words, Duration pause) implements Outcome {}

    static Outcome complete() {
        return new Complete(Map.of());
    }

    static Outcome complete(String name, Object value) {
        return new Complete(Map.of(name, value));
    }

    static Outcome complete(Map<String, Object> variables) {
        return new Complete(variables);
    }

    static Outcome bpmnError(String code, String words) {
        return new BpmnError(code, words, Map.of());
    }

    static Outcome bpmnError(String code, String words, Map<String, Object> variables) {
        return new BpmnError(code, words, variables);
    }

    static Outcome lookAgain(String words, Duration pause) {
        return new LookAgain(words, pause);
    }

    /** As {@link #lookAgain}, for what goes to an ERP at its hours, or is fetched by it. */
    static Outcome awaitErp(String detail, Duration pause) {
        return lookAgain("等待 ERP：" + detail, pause);
    }

    static Outcome tryLater(String words) {
        return new TryLater(words);
    }
}
