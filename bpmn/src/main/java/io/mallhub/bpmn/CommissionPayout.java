package io.mallhub.bpmn;

/** Names of {@code commission-payout.bpmn}: one instance for each month. */
public final class CommissionPayout {
    public static final String ID = "commission-payout";

    /** Correlation and business key: {@code 2026-11}. Absent when the timer started it. */
    public static final String MONTH = "payoutMonth";

    public static final JobType COMPUTE = new JobType("commission.compute", 10);

    public static final String REQUESTED = "commission-payout-requested";

    /** Numbers of the statements, one called instance for each. */
    public static final String STATEMENTS = "statements";

    private CommissionPayout() {}
}
