package io.mallhub.bpmn;

/** Names of {@code online-refund.bpmn}. */
public final class OnlineRefund {
    public static final String ID = "online-refund";

    /** Business key. */
    public static final String REFUND_NUMBER = "refundNumber";

    public static final JobType SEND = new JobType("refund.send", 60);

    public static final String REQUESTED = "online-refund-requested";

    /** The provider says no: a person decides. */
    public static final String REFUND_REFUSED = "REFUND_REFUSED";

    /** What the provider said, in its own words. */
    public static final String PROVIDER_WORDS = "providerWords";

    public static final String REFUSED_TASK = "refund-refused";

    /** It was paid back another way. */
    public static final String SETTLE = "settle";

    private OnlineRefund() {}
}
