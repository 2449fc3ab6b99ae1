package io.mallhub.processes.order;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.notification.Notifications;
import io.mallhub.notification.Notify;
import io.mallhub.notification.Recipient;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.shared.MallTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reminds the buyer of an order that is to be paid. */
@Component
class RemindPaymentWorker implements Worker<RemindPaymentWorker.In> {
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(MallTime.ZONE);

    private final AwaitedPayments payments;
    private final Notifications notifications;

    RemindPaymentWorker(AwaitedPayments payments, Notifications notifications) {
        this.payments = payments;
        this.notifications = notifications;
    }

    record In(String orderNumber) {}

    @Override
    public JobType type() {
        return OrderApproval.REMIND_PAYMENT;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        payments.of(in.orderNumber()).ifPresent(this::remind);
        return Outcome.complete();
    }

    private void remind(AwaitedPayment payment) {
        notifications.send(
                new Notify(
                        payment.template() + "/" + payment.order(),
                        new Recipient.Company(payment.customer()),
                        payment.template(),
                        Map.of(
                                "number", payment.order(),
                                "amount", payment.amount().toString(),
                                "until", UNTIL.format(payment.expiresAt())),
                        "/orders/" + payment.order()));
    }
}
