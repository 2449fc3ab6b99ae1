package io.mallhub.routes.outbound;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.ErpConnections.Closed;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Outgoing;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.Guarantees.Repeat;
import io.mallhub.routes.outbound.Paper.Seen;
import io.mallhub.routes.outbound.PaperPush.Arrived;
import io.mallhub.routes.outbound.PaperPush.Done;
import io.mallhub.routes.outbound.PaperPush.Open;
import io.mallhub.routes.outbound.PaperPush.Refused;
import io.mallhub.routes.outbound.PaperPush.Unavailable;
import io.mallhub.routes.outbound.PaperPush.Unknown;
import io.mallhub.routes.outbound.PaperPush.Waiting;
import io.mallhub.shared.Actor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks and sends documents, as {@link AskSendAsk} orders it; what they have in common whatever they
 * are. The doubt about a document is committed before its request leaves.
 */
@Component
public class PaperDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PaperDesk.class);

    private final ErpConnections connections;
    private final Outgoing outgoing;
    private final ProbePlan plan;
    private final ErpTrouble trouble;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PaperDesk(
            ErpConnections connections,
            Outgoing outgoing,
            ProbePlan plan,
            ErpTrouble trouble,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.connections = connections;
        this.outgoing = outgoing;
        this.plan = plan;
        this.trouble = trouble;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Goes on with the connection that the document goes over, if one is open: never with that of
     * another ERP than the one that may have it.
     */
    public PaperPush over(Entity entity, String number, Function<String, PaperPush> goOn) {
        Optional<String> connection =
                outgoing.attempt(entity, number)
                        .filter(Attempt::inDoubt)
                        .map(Attempt::connection)
                        .or(() -> connections.taking(Entity.ORDER));
        if (connection.isEmpty()) {
            return new Unavailable("No connection takes orders at present");
        }
        return connections
                .closed(connection.get(), Flow.ORDER_OUT)
                .map(PaperDesk::closed)
                .orElseGet(() -> goOn.apply(connection.get()));
    }

    private static PaperPush closed(Closed closed) {
        return switch (closed) {
            case Closed.Stopped stopped -> new Unavailable(stopped.why());
            case Closed.OutOfHours hours -> new Waiting(hours.why(), hours.lookAgain());
        };
    }

    /** Asks first when the ERP may have it. */
    PaperPush ask(Open push) {
        Attempt attempt = push.attempt();
        ErpClient erp = connections.client(attempt.connection());
        Repeat repeat = erp.guarantees().orders();
        if (repeat == Repeat.NEITHER) {
            return attempt.inDoubt()
                    ? parked(push, "It was sent, no answer came, and this ERP cannot be asked")
                    : push.with(attempt, false);
        }
        if (!plan.isDue(attempt)) {
            return pending(push, "The ERP is asked again at " + plan.due(attempt));
        }
        List<Seen> found;
        try {
            found = push.paper().find(erp);
        } catch (ErpFault fault) {
            trouble.note(attempt.connection(), fault);
            String words = "The ERP could not be asked: " + fault.getMessage();
            return fault.lasting() ? parked(push, words) : pending(push, words);
        }
        return found.isEmpty() ? foundNothing(push, repeat) : found(push, found);
    }

    private PaperPush found(Open push, List<Seen> found) {
        List<Seen> live = found.stream().filter(Seen::live).toList();
        if (live.size() == 1) {
            return arrived(push, live.getFirst().code(), live.getFirst().at());
        }
        return parked(
                push,
                (live.isEmpty()
                                ? "The ERP has it only as void: "
                                : "The ERP has it " + live.size() + " times: ")
                        + found.stream().map(Seen::code).toList());
    }

    private PaperPush foundNothing(Open push, Repeat repeat) {
        Attempt attempt = outgoing.foundNothing(push.attempt());
        Open asked = push.with(attempt, false);
        if (!plan.isSure(attempt, repeat)) {
            return pending(
                    asked,
                    "The ERP does not show it yet (asked "
                            + attempt.emptyProbes()
                            + " times); asked again at "
                            + plan.due(attempt));
        }
        return plan.isExhausted(attempt)
                ? parked(asked, "Sent " + attempt.sends() + " times, and the ERP never shows it")
                : asked;
    }

    /** Done, or open with need to ask at once. */
    PaperPush send(Open push) {
        ErpClient erp = connections.client(push.attempt().connection());
        Attempt sending;
        try {
            sending = outgoing.sending(push.attempt());
        } catch (Outgoing.Overtaken e) {
            return new Unavailable(String.valueOf(e.getMessage()));
        }
        Open sent = push.with(sending, true);
        try {
            ErpClient.Created created = push.paper().create(erp);
            return arrived(sent, created.code(), created.erpTime());
        } catch (ErpFault fault) {
            trouble.note(sending.connection(), fault);
            return ended(sent, fault, erp.guarantees().orders());
        }
    }

    private PaperPush ended(Open sent, ErpFault fault, Repeat repeat) {
        String words = String.valueOf(fault.getMessage());
        return switch (fault) {
            case ErpFault.OutcomeUnknown _ -> {
                sent.paper().unknown(words);
                yield sent;
            }
            // An ERP that refuses repeats may have refused because an earlier request got through.
            case ErpFault.Rejected _
                    when repeat == Repeat.IDEMPOTENT && sent.attempt().sends() > 1 ->
                    sent;
            case ErpFault.Rejected _ -> refused(sent, words);
            // The hub itself can't send it so: a person has to know, whatever the ERP would say.
            case ErpFault.DataInvalid invalid when invalid.lasting() -> refused(sent, words);
            case ErpFault.Unavailable _, ErpFault.CredentialsRefused _, ErpFault.DataInvalid _ ->
                    unavailable(sent, words);
        };
    }

    /** It is not there, and stays with a person until it is pushed again. */
    private Done refused(Open sent, String words) {
        notSent(sent, words);
        return new Refused(words);
    }

    /** It did not arrive: the next push sends it again. */
    Done unavailable(Open push, String detail) {
        notSent(push, detail);
        return new Unavailable(detail);
    }

    /** Gives the document back as it stands: somebody else is at it, or it needs nothing. */
    public void leave(Attempt attempt, String detail) {
        outgoing.leave(attempt, detail);
    }

    public Optional<Attempt> take(Entity entity, String number, String connection) {
        return outgoing.take(entity, number, connection);
    }

    private Done arrived(Open push, String erpNumber, java.time.Instant at) {
        transaction.executeWithoutResult(
                status -> {
                    push.paper().arrived(erpNumber, at);
                    outgoing.arrived(push.attempt(), erpNumber, null);
                });
        return new Arrived(erpNumber, at);
    }

    private void notSent(Open push, String detail) {
        transaction.executeWithoutResult(
                status -> {
                    push.paper().notSent(detail);
                    outgoing.notThere(push.attempt(), detail);
                });
    }

    private Done pending(Open push, String detail) {
        unknown(push, detail);
        return new Unknown(detail, false);
    }

    private Done parked(Open push, String detail) {
        unknown(push, detail);
        Paper paper = push.paper();
        LOG.error("{} {} is parked for a person: {}", paper.entity(), paper.number(), detail);
        transaction.executeWithoutResult(status -> alarm(push, detail));
        return new Unknown(detail, true);
    }

    private void alarm(Open push, String detail) {
        Attempt attempt = push.attempt();
        String kind = push.paper().entity().name().toLowerCase(Locale.ROOT);
        audit.record(
                new AuditEntry(
                        Actor.system("erp-" + kind + "-out"),
                        "park-" + kind,
                        kind,
                        push.paper().number(),
                        detail,
                        Map.of("connection", attempt.connection(), "sends", "" + attempt.sends())));
    }

    private void unknown(Open push, String detail) {
        transaction.executeWithoutResult(
                status -> {
                    push.paper().unknown(detail);
                    outgoing.leave(push.attempt(), detail);
                });
    }
}
