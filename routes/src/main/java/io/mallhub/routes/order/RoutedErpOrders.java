package io.mallhub.routes.order;

import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Outgoing;
import io.mallhub.order.ErpOrders;
import io.mallhub.routes.outbound.PaperPush.Arrived;
import io.mallhub.routes.outbound.PaperPush.Done;
import io.mallhub.routes.outbound.PaperPush.Refused;
import io.mallhub.routes.outbound.PaperPush.Unavailable;
import io.mallhub.routes.outbound.PaperPush.Unknown;
import io.mallhub.routes.outbound.PaperPush.Waiting;
import io.mallhub.routes.outbound.PaperPush.Withheld;
import io.mallhub.routes.outbound.PaperVoiding;
import io.mallhub.routes.outbound.RouteCall;
import org.springframework.stereotype.Component;

/** The mall core's way out: each call is a run of a route. */
@Component
class RoutedErpOrders implements ErpOrders {
    private final RouteCall call;
    private final Outgoing outgoing;
    private final ErpConnections connections;

    RoutedErpOrders(RouteCall call, Outgoing outgoing, ErpConnections connections) {
        this.call = call;
        this.outgoing = outgoing;
        this.connections = connections;
    }

    @Override
    public boolean tellsOfInvoices(String orderNumber) {
        return outgoing.attempt(Entity.ORDER, orderNumber)
                .map(attempt -> connections.client(attempt.connection()).tellsOfInvoices())
                .orElse(false);
    }

    @Override
    public PushOutcome push(String orderNumber) {
        return switch (call.ask(OrderOutRoute.START, orderNumber, Done.class)) {
            case Arrived there -> new PushOutcome.Acknowledged(there.erpNumber(), there.erpTime());
            case Withheld held -> new PushOutcome.Withheld(held.why());
            case Refused refused -> new PushOutcome.Refused(refused.erpWords());
            case Unknown unknown -> new PushOutcome.Unknown(unknown.detail(), unknown.parked());
            case Waiting waiting -> new PushOutcome.Waiting(waiting.detail(), waiting.lookAgain());
            case Unavailable away -> new PushOutcome.Unavailable(away.detail());
        };
    }

    @Override
    public VoidOutcome voidOrder(String orderNumber, String reason) {
        var request = new OrderVoidRoute.Request(orderNumber, reason);
        return switch (call.ask(OrderVoidRoute.START, request, PaperVoiding.Outcome.class)) {
            case PaperVoiding.Outcome.Voided gone -> new VoidOutcome.Voided();
            case PaperVoiding.Outcome.NeverThere never -> new VoidOutcome.NeverThere();
            case PaperVoiding.Outcome.TooLate late -> new VoidOutcome.TooLate(late.erpWords());
            case PaperVoiding.Outcome.Waiting waiting ->
                    new VoidOutcome.Waiting(waiting.detail(), waiting.lookAgain());
            case PaperVoiding.Outcome.UpToErp theirs ->
                    new VoidOutcome.Unavailable(theirs.detail());
            case PaperVoiding.Outcome.Unavailable away ->
                    new VoidOutcome.Unavailable(away.detail());
        };
    }
}
