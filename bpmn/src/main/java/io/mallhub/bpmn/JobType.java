package io.mallhub.bpmn;

/**
 * Type of a service task.
 *
 * @param name as in the diagram
 * @param retries as in the diagram: tries before the engine raises an incident
 */
public record JobType(String name, int retries) {
    public JobType {
        if (retries < 1) {
            throw new IllegalArgumentException(name + " must be tried at least once");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
