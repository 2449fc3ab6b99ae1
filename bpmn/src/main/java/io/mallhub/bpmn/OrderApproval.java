package io.mallhub.bpmn;

/** Names of {@code order-approval.bpmn}. */
public final class OrderApproval {
    public static final String ID = "order-approval";
    public static final String NEEDS_DECISION = "order-approval-needs";

    /** Correlation and business key. */
    public static final String ORDER_NUMBER = "orderNumber";

    /** How often the order had been changed when it was assessed. */
    public static final String REVISION = "revision";

    public static final JobType ASSESS = new JobType("order.assess", 5);
    public static final JobType RECORD_STOPS = new JobType("order.record-stops", 5);
    public static final JobType APPROVE = new JobType("order.approve", 10);
    public static final JobType REMIND_PAYMENT = new JobType("order.remind-payment", 5);
    public static final JobType CLOSE_PAYMENT = new JobType("order.close-payment", 60);
    public static final JobType PUSH = new JobType("order.push", 60);
    public static final JobType RECHECK_LICENCES = new JobType("order.recheck-licences", 10);
    public static final JobType REJECT = new JobType("order.reject", 60);
    public static final JobType CANCEL = new JobType("order.cancel", 60);
    public static final JobType CANCEL_PART = new JobType("order.cancel-part", 60);
    public static final JobType COMPLETE = new JobType("order.complete", 10);

    public static final String SUBMITTED = "order-submitted";

    /** The desk changed it while approvals were awaited: they are withdrawn. */
    public static final String CHANGED = "order-changed";

    /** The payment that was asked for is there. */
    public static final String PAID = "order-paid";

    public static final String ERP_ANSWERED = "order-erp-answered";
    public static final String SHIPPED = "order-shipped";

    /** An invoice of the ERP; carries {@code invoiced}: all of the order is. */
    public static final String INVOICED = "order-invoiced";

    public static final String CANCEL_REQUESTED = "order-cancel-requested";

    /** A part of it is to be cancelled; carries {@link #PART_REQUEST}. */
    public static final String PART_CANCEL_REQUESTED = "order-part-cancel-requested";

    /** The ERP has it no longer: it is to be sent anew, as it stands now. */
    public static final String REDUCED = "order-reduced";

    /** Which request {@link #CANCEL_PART} is about. */
    public static final String PART_REQUEST = "partRequest";

    /** The customer has lost a licence or the right to order: look at the gate at once. */
    public static final String LICENCE_LOST = "order-licence-lost";

    /** A batch of a product that is still to be shipped is recalled; carries {@link #RECALL}. */
    public static final String BATCH_RECALLED = "order-batch-recalled";

    public static final String LICENCE_NOT_VALID = "LICENCE_NOT_VALID";
    public static final String OUTCOME_UNKNOWN = "OUTCOME_UNKNOWN";
    public static final String ERP_REFUSED = "ERP_REFUSED";

    /** Thrown and caught inside the diagram. */
    public static final String APPROVAL_REFUSED = "APPROVAL_REFUSED";

    /** Thrown and caught inside the diagram. */
    public static final String ORDER_CANCELLED = "ORDER_CANCELLED";

    /** Thrown and caught inside the diagram. */
    public static final String RECALL_GIVEN_UP = "RECALL_GIVEN_UP";

    /** Thrown and caught inside the diagram. */
    public static final String PAYMENT_EXPIRED = "PAYMENT_EXPIRED";

    public static final String SALES_APPROVAL = "sales-approval";
    public static final String FINANCE_APPROVAL = "finance-approval";
    public static final String COMPLIANCE_APPROVAL = "compliance-approval";
    public static final String LICENCE_STOP = "licence-stop";
    public static final String SHIPPING_LICENCE_STOP = "shipping-licence-stop";
    public static final String RECALL_STOP = "recall-stop";
    public static final String OUTCOME_UNKNOWN_TASK = "outcome-unknown";
    public static final String ERP_REJECTION = "erp-rejection";
    public static final String CHASE_ACCEPTANCE = "chase-acceptance";
    public static final String CHASE_SHIPMENT = "chase-shipment";

    public static final String CHASE_INVOICE = "chase-invoice";

    /** Whether the order is to be paid first, online or by transfer, and is not paid yet. */
    public static final String PAYMENT_AWAITED = "paymentAwaited";

    /** When the buyer is reminded of it, as date and time. */
    public static final String PAYMENT_REMINDER = "paymentReminder";

    /** When it is closed and the order cancelled, as date and time. */
    public static final String PAYMENT_EXPIRY = "paymentExpiry";

    /** What the provider or finance said when its time was over. */
    public static final String IS_PAID = "paid";

    /** A transfer lies with finance when its time is over: it is waited for on. */
    public static final String WITH_FINANCE = "paymentWithFinance";

    /** Whether the ERP that has the order tells of its invoices. */
    public static final String INVOICE_EXPECTED = "invoiceExpected";

    /** What the ERP said, in its own words. */
    public static final String ERP_WORDS = "erpWords";

    /** What {@link #RECALL_STOP} is about: number, product and batch that is locked. */
    public static final String RECALL = "recall";

    /** The order waits on: the ERP has to take other batches. */
    public static final String SHIP_OTHERS = "ship-others";

    /** The invoice is waited for on. */
    public static final String WAIT = "wait";

    /** The order completes without all of its invoices. */
    public static final String CLOSE = "close";

    private OrderApproval() {}
}
