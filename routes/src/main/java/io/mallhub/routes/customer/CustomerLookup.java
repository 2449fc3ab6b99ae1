package io.mallhub.routes.customer;

import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Outgoing;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.Guarantees.Repeat;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.routes.customer.CustomerPush.Open;
import io.mallhub.routes.outbound.ErpTrouble;
import io.mallhub.routes.outbound.ProbePlan;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks a customer up in the ERP, by the mall's number and by its USCC. */
@Component
class CustomerLookup {
    private final ErpConnections connections;
    private final Outgoing outgoing;
    private final ProbePlan plan;
    private final ErpTrouble trouble;
    private final CustomerNotes notes;

    CustomerLookup(
            ErpConnections connections,
            Outgoing outgoing,
            ProbePlan plan,
            ErpTrouble trouble,
            CustomerNotes notes) {
        this.connections = connections;
        this.outgoing = outgoing;
        this.plan = plan;
        this.trouble = trouble;
        this.notes = notes;
    }

    /** Done, or open without need to ask: then the ERP surely doesn't have it. */
    CustomerPush ask(Open push) {
        Attempt attempt = push.attempt();
        ErpClient erp = connections.client(attempt.connection());
        Repeat repeat = erp.guarantees().customers();
        if (repeat == Repeat.NEITHER) {
            return attempt.inDoubt()
                    ? notes.pending(push, "No answer came, and this ERP cannot be asked")
                    : push.with(attempt, false);
        }
        if (!plan.isDue(attempt)) {
            return notes.pending(push, "The ERP is asked again at " + plan.due(attempt));
        }
        Optional<ErpCustomer> found;
        try {
            found = erp.findCustomer(push.customer().reference(), push.customer().uscc());
        } catch (ErpFault fault) {
            trouble.note(attempt.connection(), fault);
            String words = "The ERP could not be asked: " + fault.getMessage();
            return fault.lasting() && !attempt.inDoubt()
                    ? notes.refused(push, words)
                    : notes.unavailable(push, words);
        }
        return found.map(there -> (CustomerPush) notes.linked(push, there.code(), true))
                .orElseGet(() -> foundNothing(push, repeat));
    }

    private CustomerPush foundNothing(Open push, Repeat repeat) {
        Attempt asked = outgoing.foundNothing(push.attempt());
        if (!plan.isSure(asked, repeat)) {
            return notes.pending(
                    push.with(asked, false),
                    "The ERP does not show it yet; asked again at " + plan.due(asked));
        }
        return plan.isExhausted(asked)
                ? notes.pending(
                        push.with(asked, false),
                        "Sent " + asked.sends() + " times, and the ERP never shows it")
                : push.with(asked, false);
    }
}
