package io.mallhub.bpmn;

/** Names of {@code sync-decision.bpmn}. */
public final class SyncDecision {
    public static final String ID = "sync-decision";

    /** Correlation and business key. */
    public static final String CONFLICT_NUMBER = "conflictNumber";

    public static final JobType OPEN = new JobType("conflict.open", 5);
    public static final JobType APPLY = new JobType("conflict.apply", 10);

    public static final String FOUND = "conflict-found";
    public static final String SETTLED = "conflict-settled";

    public static final String DECISION_TASK = "conflict-decision";

    public static final String MALL = "mall";
    public static final String ERP = "erp";

    private SyncDecision() {}
}
