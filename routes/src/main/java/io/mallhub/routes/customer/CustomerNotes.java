package io.mallhub.routes.customer;

import io.mallhub.binding.Outgoing;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.customer.ErpCustomers.Outcome;
import io.mallhub.routes.customer.CustomerPush.Done;
import io.mallhub.routes.customer.CustomerPush.Open;
import io.mallhub.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down, in customer and bookkeeping together, how an attempt ended. */
@Component
class CustomerNotes {
    private final Customers customers;
    private final Outgoing outgoing;
    private final CustomerLinking linking;
    private final TransactionTemplate transaction;

    CustomerNotes(
            Customers customers,
            Outgoing outgoing,
            CustomerLinking linking,
            TransactionTemplate transaction) {
        this.linking = linking;
        this.customers = customers;
        this.outgoing = outgoing;
        this.transaction = transaction;
    }

    /**
     * The mall shows the number of the ERP that was linked first; a second ERP's number is in the
     * binding alone.
     */
    Done linked(Open push, String erpNumber, boolean found) {
        String sent = found ? null : CustomerMapper.snapshot(push.customer()).digest();
        transaction.executeWithoutResult(
                status -> {
                    linking.makeWay(push.id(), push.attempt().connection(), erpNumber);
                    outgoing.arrived(push.attempt(), erpNumber, sent);
                    customers
                            .customer(push.id())
                            .map(CustomerView::erpNumber)
                            .ifPresentOrElse(
                                    known -> {},
                                    () ->
                                            customers.linkErpNumber(
                                                    push.id(),
                                                    erpNumber,
                                                    Actor.erp(push.attempt().connection())));
                });
        return new Done(new Outcome.Linked(erpNumber, found));
    }

    Done refused(Open push, String erpWords) {
        outgoing.notThere(push.attempt(), erpWords);
        return new Done(new Outcome.Refused(erpWords));
    }

    /** Nothing came of it; in doubt stays in doubt. */
    Done unavailable(Open push, String detail) {
        if (push.attempt().inDoubt()) {
            return pending(push, detail);
        }
        outgoing.notThere(push.attempt(), detail);
        return new Done(new Outcome.Unavailable(detail));
    }

    Done pending(Open push, String detail) {
        outgoing.leave(push.attempt(), detail);
        return new Done(new Outcome.Unknown(detail));
    }
}
