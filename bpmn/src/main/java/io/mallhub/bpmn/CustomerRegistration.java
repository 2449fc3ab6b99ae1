package io.mallhub.bpmn;

/** Names of {@code customer-registration.bpmn}. */
public final class CustomerRegistration {
    public static final String ID = "customer-registration";
    public static final String RISK_DECISION = "registration-risk";

    /** Correlation and business key. */
    public static final String APPLICATION_NUMBER = "applicationNumber";

    public static final JobType CHECK = new JobType("registration.check", 5);
    public static final JobType CREATE_ERP_CUSTOMER =
            new JobType("registration.create-erp-customer", 60);
    public static final JobType REJECT = new JobType("registration.reject", 5);
    public static final JobType ACTIVATE = new JobType("registration.activate", 5);

    /** Header of {@link #REJECT}: message key of the reason. */
    public static final String HEADER_REASON = "reason";

    /**
     * Header of {@link #CREATE_ERP_CUSTOMER}: outcome when customers don't go out. Diagrams without
     * it go on by {@code linked}.
     */
    public static final String HEADER_NOT_WANTED = "notWanted";

    public static final String SUBMITTED = "application-submitted";
    public static final String SUPPLEMENTED = "application-supplemented";
    public static final String WITHDRAWN = "application-withdrawn";

    public static final String QUALITY_REVIEW = "quality-review";
    public static final String QUALITY_HEAD_REVIEW = "quality-head-review";
    public static final String ERP_CUSTOMER_PROBLEM = "erp-customer-problem";

    /** {@code linked}, {@code not-wanted}, {@code refused} or {@code unknown}. */
    public static final String ERP_OUTCOME = "erpOutcome";

    /** What the ERP said, in its own words. */
    public static final String ERP_WORDS = "erpWords";

    private CustomerRegistration() {}
}
