package io.mallhub.processes.order;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.order.ErpOrders;
import io.mallhub.order.ErpOrders.PushOutcome;
import io.mallhub.order.ErpState;
import io.mallhub.order.OrderState;
import io.mallhub.order.Orders;
import io.mallhub.processes.IncidentDesk.Kind;
import io.mallhub.processes.IncidentMessage;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.shared.SendingLease;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Brings the order into the ERP, once. Two activations of one job are harmless: the port sends
 * under a lease, for which the licences are looked at again, and asks the ERP before it sends
 * again.
 */
@Component
class PushOrderWorker implements Worker<PushOrderWorker.In> {
    private final Orders orders;
    private final ErpOrders erp;
    private final Duration lease;

    PushOrderWorker(Orders orders, ErpOrders erp, @Value(SendingLease.OF_ORDERS) Duration lease) {
        this.orders = orders;
        this.erp = erp;
        this.lease = lease;
    }

    record In(String orderNumber) {}

    @Override
    public JobType type() {
        return OrderApproval.PUSH;
    }

    /**
     * As long as one push may send before another may take over: after the death of a node its
     * orders wait no longer than they must.
     */
    @Override
    public Duration timeout() {
        return lease;
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        String number = in.orderNumber();
        return switch (erp.push(number)) {
            case PushOutcome.Acknowledged sent -> sent(number, sent);
            case PushOutcome.Withheld held -> LicenceProblems.asError(held.why());
            case PushOutcome.Refused refused ->
                    Outcome.bpmnError(
                            OrderApproval.ERP_REFUSED,
                            refused.erpWords(),
                            Map.of(OrderApproval.ERP_WORDS, refused.erpWords()));
            case PushOutcome.Unknown unknown when unknown.parked() ->
                    Outcome.bpmnError(
                            OrderApproval.OUTCOME_UNKNOWN,
                            unknown.detail(),
                            Map.of(OrderApproval.ERP_WORDS, unknown.detail()));
            case PushOutcome.Unknown unknown ->
                    Outcome.tryLater(
                            IncidentMessage.of(
                                    Kind.ERP_AWAY, "ERP 是否已收到订单尚未查明：" + unknown.detail()));
            case PushOutcome.Waiting waiting ->
                    Outcome.awaitErp(waiting.detail(), waiting.lookAgain());
            case PushOutcome.Unavailable away ->
                    Outcome.tryLater(
                            IncidentMessage.of(Kind.ERP_AWAY, "ERP 暂不可用：" + away.detail()));
        };
    }

    /** The ERP's answer may have been quicker than this job: then nothing is waited for. */
    private Outcome sent(String number, PushOutcome.Acknowledged sent) {
        Orders.Standing order = orders.standing(number).orElseThrow();
        return Outcome.complete(
                Map.of(
                        "erpNumber",
                        sent.erpNumber(),
                        "erpAccepted",
                        isAnswered(order),
                        OrderApproval.INVOICE_EXPECTED,
                        !order.free() && erp.tellsOfInvoices(number)));
    }

    private static boolean isAnswered(Orders.Standing order) {
        return order.erpState() == ErpState.ACCEPTED
                || order.state() == OrderState.PARTLY_SHIPPED
                || order.state() == OrderState.SHIPPED;
    }
}
