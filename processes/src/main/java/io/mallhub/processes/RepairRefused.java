package io.mallhub.processes;

/** A repair that was not carried out. */
public final class RepairRefused extends IllegalStateException {
    private static final long serialVersionUID = 1;

    /**
     * @param outcome message key, or the engine's words
     */
    public RepairRefused(String outcome) {
        super(outcome);
    }

    public String outcome() {
        return String.valueOf(getMessage());
    }
}
