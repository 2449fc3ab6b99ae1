package io.mallhub.routes.order;

import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Outgoing;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.connectors.canonical.ErpOrderStatus;
import io.mallhub.connectors.canonical.ErpOrderStatus.Delivery;
import io.mallhub.connectors.canonical.ErpOrderStatus.Invoice;
import io.mallhub.connectors.canonical.ErpOrderStatus.State;
import io.mallhub.order.ErpState;
import io.mallhub.order.Invoices;
import io.mallhub.order.Invoices.ReportInvoice;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.ShipmentOutcome;
import io.mallhub.order.Orders.Standing;
import io.mallhub.shared.Money;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the mall how one of its orders stands in the ERP. Each step may be repeated. */
@Component
class StatusReport {
    private final Orders orders;
    private final Invoices invoices;
    private final Outgoing outgoing;

    StatusReport(Orders orders, Invoices invoices, Outgoing outgoing) {
        this.orders = orders;
        this.invoices = invoices;
        this.outgoing = outgoing;
    }

    /**
     * Only where the order stands is read before it is changed: pushes change orders beside this
     * page, and an order read whole would be refused as stale.
     *
     * @param bound whether this ERP order was known to be the mall's before
     */
    Result apply(
            String connection, ErpOrderStatus status, boolean bound, Map<String, Link> products) {
        String number = status.reference();
        if (number.isEmpty()) {
            return new Result.NotOurs();
        }
        Optional<Standing> order = orders.standing(number);
        if (order.isEmpty()) {
            return new Result.Refused("The mall has no order " + number, null);
        }
        if (wentElsewhere(connection, number)) {
            return new Result.NotOurs();
        }
        String known = order.get().erpNumber();
        if (!status.code().equals(known) && orders.erpNumbersLeft(number).contains(status.code())) {
            return left(status);
        }
        if (known != null && !known.equals(status.code())) {
            return second(status, known);
        }
        if (known == null && bound) {
            return new Result.NotOurs(); // rejected once; the mall is sending the order anew
        }
        return record(connection, order.get(), status, products);
    }

    /**
     * Of an order that was made void there; what still leaves the house under it, nobody ordered.
     */
    private static Result left(ErpOrderStatus status) {
        return status.deliveries().isEmpty()
                ? new Result.NotOurs()
                : new Result.Refused(
                        "Delivery "
                                + status.deliveries().getFirst().code()
                                + " of "
                                + status.code()
                                + ", which was made void for "
                                + status.reference(),
                        null);
    }

    /** Two connections may lead to one ERP: only the one that took the order speaks for it. */
    private boolean wentElsewhere(String connection, String number) {
        return outgoing.attempt(Entity.ORDER, number)
                .map(Attempt::connection)
                .filter(other -> !other.equals(connection))
                .isPresent();
    }

    private static Result second(ErpOrderStatus status, String known) {
        return status.state() == State.VOIDED || status.state() == State.REJECTED
                ? new Result.NotOurs()
                : new Result.Refused(
                        "A second order in the ERP for "
                                + status.reference()
                                + ", which is "
                                + known
                                + ": void one of them there",
                        null);
    }

    private Result record(
            String connection, Standing order, ErpOrderStatus status, Map<String, Link> products) {
        String number = status.reference();
        boolean knew = order.erpNumber() != null;
        if (!knew) {
            orders.recordSent(number, status.code(), status.changedAt());
            outgoing.seen(Entity.ORDER, number);
        }
        switch (status.state()) {
            case NEW -> {
                return knew ? new Result.Echo() : new Result.Changed();
            }
            case ACCEPTED, PARTLY_SHIPPED, SHIPPED ->
                    orders.recordErpAnswer(number, true, status.words(), status.changedAt());
            case REJECTED ->
                    orders.recordErpAnswer(number, false, status.words(), status.changedAt());
            case VOIDED -> {
                if (order.erpState() == ErpState.VOIDED) {
                    return new Result.Echo();
                }
                orders.recordVoided(number, status.words());
            }
        }
        return deliveries(connection, number, status, products);
    }

    private Result deliveries(
            String connection, String number, ErpOrderStatus status, Map<String, Link> products) {
        for (Delivery delivery : status.deliveries()) {
            try {
                ShipmentOutcome outcome =
                        orders.recordShipment(
                                DeliveryMapper.toReport(connection, number, delivery, products));
                if (outcome instanceof ShipmentOutcome.Refused refused) {
                    return new Result.Refused(
                            "Delivery "
                                    + delivery.code()
                                    + ": "
                                    + refused.problem()
                                    + " "
                                    + refused.detail(),
                            null);
                }
            } catch (DeliveryMapper.UnknownProduct e) {
                return new Result.Refused(String.valueOf(e.getMessage()), e.code());
            }
        }
        return invoices(connection, number, status);
    }

    private Result invoices(String connection, String number, ErpOrderStatus status) {
        for (Invoice invoice : status.invoices()) {
            Invoices.Outcome outcome =
                    invoices.record(
                            new ReportInvoice(
                                    number,
                                    invoice.number(),
                                    invoice.issuedOn(),
                                    new Money(invoice.amount()),
                                    connection));
            if (outcome instanceof Invoices.Outcome.Refused refused) {
                return new Result.Refused(
                        "Invoice "
                                + invoice.number()
                                + ": "
                                + refused.problem()
                                + " "
                                + refused.detail(),
                        null);
            }
        }
        return new Result.Changed();
    }

    sealed interface Result {
        record Changed() implements Result {}

        /** As the hub itself had written it. */
        record Echo() implements Result {}

        /** An order made in the ERP itself, or sent over another connection. */
        record NotOurs() implements Result {}

        /**
         * @param missing ERP code of the product it waits for
         */
        record Refused(String reason, @Nullable String missing) implements Result {}
    }
}
