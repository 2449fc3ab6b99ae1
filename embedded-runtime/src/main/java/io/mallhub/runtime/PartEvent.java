package io.mallhub.runtime;

/**
 * Something happened to a part of the runtime.
 *
 * @param part its name, such as {@code broker}
 * @param detail for a person to read: an address, a duration, a cause
 */
public record PartEvent(String part, Status status, String detail) {

    public enum Status {
        /** Is being started for the first time. */
        STARTING,
        /** Answers. */
        READY,
        /** Ended without being asked to; will be started again after a delay. */
        DIED,
        /** Is being started again with the same ports and data. */
        RESTARTING
    }
}
