package io.mallhub.bpmn;

/** Names of {@code sales-return.bpmn}. */
public final class SalesReturn {
    public static final String ID = "sales-return";
    public static final String ELIGIBILITY_DECISION = "return-eligibility";

    /** Correlation and business key. */
    public static final String RETURN_NUMBER = "returnNumber";

    public static final JobType ASSESS = new JobType("return.assess", 5);
    public static final JobType START_REVIEW = new JobType("return.start-review", 5);
    public static final JobType CREATE_ERP_RETURN = new JobType("return.create-erp-return", 60);
    public static final JobType REMIND = new JobType("return.remind", 5);
    public static final JobType END = new JobType("return.end", 60);
    public static final JobType DRAW_STATEMENT = new JobType("return.draw-statement", 5);
    public static final JobType SETTLE = new JobType("return.settle", 10);
    public static final JobType PLACE_EXCHANGE = new JobType("return.place-exchange", 10);
    public static final JobType COMPLETE = new JobType("return.complete", 10);

    public static final String SUBMITTED = "return-submitted";
    public static final String RECEIVED = "return-received";
    public static final String WITHDRAW_REQUESTED = "return-withdraw-requested";

    public static final String OUTCOME_UNKNOWN = "OUTCOME_UNKNOWN";
    public static final String ERP_REFUSED = "ERP_REFUSED";

    /** Thrown and caught inside the diagram. */
    public static final String RETURN_REFUSED = "RETURN_REFUSED";

    public static final String REVIEW = "return-review";
    public static final String OUTCOME_UNKNOWN_TASK = "return-outcome-unknown";
    public static final String ERP_REJECTION = "erp-return-rejection";
    public static final String INSPECTION = "return-inspection";
    public static final String REFUND_APPROVAL = "return-refund-approval";

    /** How it ends without goods: {@code refused}, {@code withdrawn} or {@code lapsed}. */
    public static final String ENDING = "ending";

    public static final String REFUSED = "refused";
    public static final String WITHDRAWN = "withdrawn";
    public static final String LAPSED = "lapsed";

    /** What the ERP said, in its own words. */
    public static final String ERP_WORDS = "erpWords";

    private SalesReturn() {}
}
