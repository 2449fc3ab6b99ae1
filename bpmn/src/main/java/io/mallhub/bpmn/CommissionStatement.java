package io.mallhub.bpmn;

/** Names of {@code commission-statement.bpmn}: one instance for each beneficiary and month. */
public final class CommissionStatement {
    public static final String ID = "commission-statement";
    public static final String LIMITS_DECISION = "commission-payout-limits";

    /** Correlation and business key. */
    public static final String STATEMENT_NUMBER = "statementNumber";

    public static final JobType CHECK_PAYEE = new JobType("commission.check-payee", 10);
    public static final JobType PUBLISH = new JobType("commission.publish", 10);
    public static final JobType CLOSE_WINDOW = new JobType("commission.close-window", 10);
    public static final JobType REQUEST_APPROVALS = new JobType("commission.request-approvals", 10);
    public static final JobType POST_VOUCHER = new JobType("commission.post-voucher", 60);
    public static final JobType WITHDRAW = new JobType("commission.withdraw", 10);
    public static final JobType NOTIFY_PAID = new JobType("commission.notify-paid", 10);

    public static final String CONFIRMED = "commission-statement-confirmed";
    public static final String LINE_DISPUTED = "commission-line-disputed";

    public static final String ERP_REFUSED = "ERP_REFUSED";
    public static final String OUTCOME_UNKNOWN = "OUTCOME_UNKNOWN";

    public static final String LINKED_PAYEE_REVIEW = "linked-payee-review";
    public static final String DISPUTE_REVIEW = "dispute-review";
    public static final String SALES_APPROVAL = "payout-sales-approval";
    public static final String FINANCE_APPROVAL = "payout-finance-approval";
    public static final String SECOND_APPROVAL = "payout-second-approval";
    public static final String VOUCHER_PROBLEM = "voucher-problem";
    public static final String PAYMENT = "payment";

    /** Decisions of {@link #PAYMENT}. */
    public static final String PAID = "paid";

    public static final String FAILED = "failed";

    /** What the ERP said, in its own words. */
    public static final String ERP_WORDS = "erpWords";

    private CommissionStatement() {}
}
