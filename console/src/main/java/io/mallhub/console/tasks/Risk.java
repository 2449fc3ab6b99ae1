package io.mallhub.console.tasks;

/**
 * What the priority of a review task says of its risk; the bands are those of the decision {@code
 * registration-risk}.
 */
public enum Risk {
    LOW,
    NORMAL,
    HIGH;

    public static Risk of(int priority) {
        if (priority >= 70) {
            return HIGH;
        }
        return priority >= 50 ? NORMAL : LOW;
    }
}
