package io.mallhub.bpmn;

/** Names of {@code qualification-renewal.bpmn}. */
public final class QualificationRenewal {
    public static final String ID = "qualification-renewal";
    public static final String REVIEW_DECISION = "renewal-review";

    /** Correlation and business key. */
    public static final String RENEWAL_NUMBER = "renewalNumber";

    public static final JobType OPEN = new JobType("renewal.open", 5);
    public static final JobType CHECK = new JobType("renewal.check", 5);
    public static final JobType REMIND = new JobType("renewal.remind", 10);
    public static final JobType LAPSE = new JobType("renewal.lapse", 10);
    public static final JobType TELL_RENEWED = new JobType("renewal.tell-renewed", 5);

    /** Header of {@link #REMIND}: days left. */
    public static final String HEADER_DAYS = "days";

    public static final String DUE = "renewal-due";
    public static final String SUBMITTED = "renewal-submitted";

    public static final String RENEWAL_REVIEW = "renewal-review";

    /** Reminders that were past when the instance started, as their days: not sent any more. */
    public static final String PASSED_REMINDERS = "passedReminders";

    private QualificationRenewal() {}
}
