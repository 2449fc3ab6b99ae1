package io.mallhub.processes.order;

import io.mallhub.bpmn.CommonTasks;
import io.mallhub.bpmn.OrderApproval;
import io.mallhub.customer.LicenceLost;
import io.mallhub.order.ErpAnsweredOrder;
import io.mallhub.order.OrderCancelRequested;
import io.mallhub.order.OrderChanged;
import io.mallhub.order.OrderInvoiced;
import io.mallhub.order.OrderReduced;
import io.mallhub.order.OrderShipped;
import io.mallhub.order.OrderSubmitted;
import io.mallhub.order.Orders;
import io.mallhub.order.PartCancelRequested;
import io.mallhub.payment.OrderPaid;
import io.mallhub.processes.ProcessSettings;
import io.mallhub.processes.outbox.EngineCommand;
import io.mallhub.processes.outbox.EngineCommands;
import io.mallhub.recall.BatchRecalled;
import io.mallhub.receipt.OrderTransferReceived;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the engine must know of orders. Runs in the transaction of the event, so that order and
 * command are committed together or not at all; nothing is sent here.
 */
@Component
class OrderProcessEvents {
    private final EngineCommands engine;
    private final ProcessSettings settings;
    private final Orders orders;

    OrderProcessEvents(EngineCommands engine, ProcessSettings settings, Orders orders) {
        this.engine = engine;
        this.settings = settings;
        this.orders = orders;
    }

    @EventListener
    void on(OrderSubmitted event) {
        engine.tell(
                new EngineCommand(
                        OrderApproval.SUBMITTED + "/" + event.number(),
                        OrderApproval.SUBMITTED,
                        event.number(),
                        Map.of(
                                OrderApproval.ORDER_NUMBER,
                                event.number(),
                                CommonTasks.TIMING,
                                settings.order().timing()),
                        settings.startMemory()));
    }

    @EventListener
    void on(OrderChanged event) {
        tell(OrderApproval.CHANGED, event.number(), String.valueOf(event.revision()), Map.of());
    }

    @EventListener
    void on(OrderPaid event) {
        tell(OrderApproval.PAID, event.order(), event.payment(), Map.of());
    }

    @EventListener
    void on(OrderTransferReceived event) {
        if (event.isPaid()) {
            tell(OrderApproval.PAID, event.order(), event.receipt(), Map.of());
        }
    }

    @EventListener
    void on(ErpAnsweredOrder event) {
        tell(
                OrderApproval.ERP_ANSWERED,
                event.number(),
                (event.accepted() ? "accepted/" : "rejected/") + event.erpTime(),
                Map.of("accepted", event.accepted(), OrderApproval.ERP_WORDS, event.erpWords()));
    }

    /** An ERP that ships without having accepted in words has accepted: nothing else is told. */
    @EventListener
    void on(OrderShipped event) {
        if (!event.accepted()) {
            tell(
                    OrderApproval.ERP_ANSWERED,
                    event.number(),
                    "accepted/by-delivery",
                    Map.of("accepted", true, OrderApproval.ERP_WORDS, event.erpDeliveryNumber()));
        }
        tell(
                OrderApproval.SHIPPED,
                event.number(),
                event.erpDeliveryNumber(),
                Map.of("complete", event.complete()));
    }

    @EventListener
    void on(OrderInvoiced event) {
        tell(
                OrderApproval.INVOICED,
                event.number(),
                event.invoiceNumber(),
                Map.of("invoiced", event.complete()));
    }

    @EventListener
    void on(OrderCancelRequested event) {
        tell(
                OrderApproval.CANCEL_REQUESTED,
                event.number(),
                event.at().toString(),
                Map.of("cancelReason", event.reason(), "cancelBy", event.by()));
    }

    @EventListener
    void on(PartCancelRequested event) {
        tell(
                OrderApproval.PART_CANCEL_REQUESTED,
                event.number(),
                Long.toString(event.part()),
                Map.of(OrderApproval.PART_REQUEST, event.part()));
    }

    @EventListener
    void on(OrderReduced event) {
        tell(OrderApproval.REDUCED, event.number(), event.occurrence(), Map.of());
    }

    /** Each order is looked at once for each loss, as soon as it awaits shipment. */
    @EventListener
    void on(LicenceLost event) {
        for (String number : orders.openOf(event.customer())) {
            tell(OrderApproval.LICENCE_LOST, number, event.occasion(), Map.of());
        }
    }

    /**
     * Orders know no batch before they are shipped: those that still lack the product are asked.
     */
    @EventListener
    void on(BatchRecalled event) {
        Map<String, Object> recall =
                Map.of(
                        "number", event.number(),
                        "product", event.code() + " " + event.name(),
                        "batch", event.batch());
        for (String number : orders.openWith(event.product())) {
            tell(
                    OrderApproval.BATCH_RECALLED,
                    number,
                    event.number(),
                    Map.of(OrderApproval.RECALL, recall));
        }
    }

    private void tell(
            String message, String number, String occurrence, Map<String, Object> variables) {
        engine.tell(
                new EngineCommand(
                        message + "/" + number + "/" + occurrence,
                        message,
                        number,
                        variables,
                        settings.messageMemory()));
    }
}
