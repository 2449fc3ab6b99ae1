package io.mallhub.routes.customer;

import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Outgoing;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.customer.ErpCustomers.Outcome;
import io.mallhub.routes.customer.CustomerPush.Done;
import io.mallhub.routes.customer.CustomerPush.Open;
import io.mallhub.routes.outbound.ErpTrouble;
import org.springframework.stereotype.Component;

/** Creates a customer in the ERP; the doubt about it is committed before the request leaves. */
@Component
class CustomerCreation {
    private final ErpConnections connections;
    private final Outgoing outgoing;
    private final ErpTrouble trouble;
    private final CustomerNotes notes;

    CustomerCreation(
            ErpConnections connections,
            Outgoing outgoing,
            ErpTrouble trouble,
            CustomerNotes notes) {
        this.connections = connections;
        this.outgoing = outgoing;
        this.trouble = trouble;
        this.notes = notes;
    }

    /** Done, or open with need to look at once. */
    CustomerPush create(Open push) {
        ErpClient erp = connections.client(push.attempt().connection());
        Attempt sending;
        try {
            sending = outgoing.sending(push.attempt());
        } catch (Outgoing.Overtaken e) {
            return new Done(new Outcome.Unavailable(String.valueOf(e.getMessage())));
        }
        Open sent = push.with(sending, true);
        try {
            return notes.linked(sent, erp.createCustomer(push.customer()).code(), false);
        } catch (ErpFault fault) {
            trouble.note(sending.connection(), fault);
            return ended(sent, fault);
        }
    }

    private CustomerPush ended(Open sent, ErpFault fault) {
        String words = String.valueOf(fault.getMessage());
        return switch (fault) {
            case ErpFault.OutcomeUnknown _ -> sent;
            case ErpFault.Rejected _ -> refused(sent, words);
            case ErpFault.DataInvalid invalid when invalid.lasting() -> notes.refused(sent, words);
            case ErpFault.Unavailable _, ErpFault.CredentialsRefused _, ErpFault.DataInvalid _ ->
                    notes.unavailable(sent.with(certain(sent.attempt()), true), words);
        };
    }

    /** Someone else may have created the company since we looked: the ERP then has it. */
    private CustomerPush refused(Open sent, String words) {
        try {
            return connections
                    .client(sent.attempt().connection())
                    .findCustomer(sent.customer().reference(), sent.customer().uscc())
                    .map(there -> (CustomerPush) notes.linked(sent, there.code(), true))
                    .orElseGet(() -> notes.refused(sent, words));
        } catch (ErpFault fault) {
            trouble.note(sent.attempt().connection(), fault);
            return notes.refused(sent, words);
        }
    }

    private static Attempt certain(Attempt attempt) {
        return new Attempt(
                attempt.entity(),
                attempt.mallId(),
                attempt.connection(),
                attempt.token(),
                false,
                attempt.sends(),
                attempt.emptyProbes(),
                attempt.lastSendAt(),
                attempt.done());
    }
}
