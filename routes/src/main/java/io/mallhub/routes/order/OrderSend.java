package io.mallhub.routes.order;

import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Outgoing;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.Guarantees.Repeat;
import io.mallhub.order.ErpOrders.PushOutcome;
import io.mallhub.order.Orders;
import io.mallhub.routes.order.OrderPush.Done;
import io.mallhub.routes.order.OrderPush.Open;
import io.mallhub.routes.outbound.ErpTrouble;
import org.springframework.stereotype.Component;

/** Sends an order once; the doubt about it is committed before the request leaves. */
@Component
class OrderSend {
    private final ErpConnections connections;
    private final Outgoing outgoing;
    private final Orders orders;
    private final ErpTrouble trouble;
    private final OrderNotes notes;

    OrderSend(
            ErpConnections connections,
            Outgoing outgoing,
            Orders orders,
            ErpTrouble trouble,
            OrderNotes notes) {
        this.connections = connections;
        this.outgoing = outgoing;
        this.orders = orders;
        this.trouble = trouble;
        this.notes = notes;
    }

    /** Done, or open with need to ask at once. */
    OrderPush send(Open push) {
        ErpClient erp = connections.client(push.attempt().connection());
        Attempt sending;
        try {
            sending = outgoing.sending(push.attempt());
        } catch (Outgoing.Overtaken e) {
            return new Done(new PushOutcome.Unavailable(String.valueOf(e.getMessage())));
        }
        Open sent = push.with(sending, true);
        try {
            ErpClient.Created created = erp.createOrder(push.order());
            return notes.arrived(sent, created.code(), created.erpTime());
        } catch (ErpFault fault) {
            trouble.note(sending.connection(), fault);
            return ended(sent, fault, erp.guarantees().orders());
        }
    }

    private OrderPush ended(Open sent, ErpFault fault, Repeat repeat) {
        String words = String.valueOf(fault.getMessage());
        return switch (fault) {
            case ErpFault.OutcomeUnknown _ -> {
                orders.recordOutcomeUnknown(sent.number(), words);
                yield sent;
            }
            // An ERP that refuses repeats may have refused because an earlier request got through.
            case ErpFault.Rejected _ when repeat == Repeat.IDEMPOTENT && isRepeat(sent) -> sent;
            case ErpFault.Rejected _ -> notes.refused(sent, words);
            case ErpFault.Unavailable _, ErpFault.CredentialsRefused _, ErpFault.DataInvalid _ ->
                    notes.unavailable(sent, words);
        };
    }

    private static boolean isRepeat(Open sent) {
        return sent.attempt().sends() > 1;
    }
}
