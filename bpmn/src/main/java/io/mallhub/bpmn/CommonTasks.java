package io.mallhub.bpmn;

/** Names that more than one process uses. */
public final class CommonTasks {
    /** Raises priority and widens the group of overdue user tasks; headers say which. */
    public static final JobType ESCALATE = new JobType("task.escalate", 5);

    /** Header of {@link #ESCALATE}: the overdue user task; absent = every open one. */
    public static final String HEADER_ELEMENT = "element";

    /** Header of {@link #ESCALATE}: group that may take it as well. */
    public static final String HEADER_GROUP = "group";

    /** Another instance of the same business number runs or ran: this one ends at once. */
    public static final String DUPLICATE_INSTANCE = "DUPLICATE_INSTANCE";

    /** Set by whoever completes a user task. */
    public static final String DECISION = "decision";

    public static final String APPROVE = "approve";
    public static final String REJECT = "reject";
    public static final String SUPPLEMENT = "supplement";
    public static final String RETRY = "retry";
    public static final String GIVE_UP = "give-up";

    /** Why, in the words of the person who decided. */
    public static final String REASON = "reason";

    /** Periods of the instance, fixed when it starts. */
    public static final String TIMING = "timing";

    private CommonTasks() {}
}
