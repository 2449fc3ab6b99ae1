package io.mallhub.routes.outbound;

import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.ErpConnections.Closed;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Outgoing;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.Guarantees.Repeat;
import io.mallhub.order.ErpState;
import io.mallhub.routes.outbound.Paper.Seen;
import io.mallhub.routes.outbound.PaperVoiding.Outcome.NeverThere;
import io.mallhub.routes.outbound.PaperVoiding.Outcome.TooLate;
import io.mallhub.routes.outbound.PaperVoiding.Outcome.Unavailable;
import io.mallhub.routes.outbound.PaperVoiding.Outcome.Voided;
import io.mallhub.routes.outbound.PaperVoiding.Outcome.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Voids what an ERP has under a document's number, be it one document or, after a mishap, several.
 * Works from what the ERP says, so it can be repeated at any time; what may still come is not said
 * to be gone.
 */
@Component
public class PaperVoiding {
    private final Outgoing outgoing;
    private final ErpConnections connections;
    private final ProbePlan plan;
    private final ErpTrouble trouble;

    PaperVoiding(
            Outgoing outgoing, ErpConnections connections, ProbePlan plan, ErpTrouble trouble) {
        this.outgoing = outgoing;
        this.connections = connections;
        this.plan = plan;
        this.trouble = trouble;
    }

    public sealed interface Outcome {
        record Voided() implements Outcome {}

        record NeverThere() implements Outcome {}

        /** The ERP has gone on with it: it cannot be voided. */
        record TooLate(String erpWords) implements Outcome {}

        /** Only the ERP itself can say what became of it: it fetched the document, and calls. */
        record UpToErp(String detail) implements Outcome {}

        /** Nothing is sure: again later. */
        record Unavailable(String detail) implements Outcome {}

        /** For the hours of its flow. */
        record Waiting(String detail, Duration lookAgain) implements Outcome {}
    }

    public Outcome run(SentPaper paper, String reason) {
        if (paper.erpState() == ErpState.VOIDED) {
            return new Voided();
        }
        Optional<Attempt> known = outgoing.attempt(paper.entity(), paper.number());
        if (known.isEmpty()) {
            return neverThere(paper);
        }
        return outgoing.take(paper.entity(), paper.number(), known.get().connection())
                .map(attempt -> decide(paper, attempt, reason))
                .orElseGet(() -> new Unavailable("A push of it is under way"));
    }

    private Outcome decide(SentPaper paper, Attempt attempt, String reason) {
        if (attempt.sends() == 0) {
            outgoing.leave(attempt, "stopped before it was sent");
            return neverThere(paper);
        }
        return connections
                .closed(attempt.connection(), Flow.ORDER_OUT)
                .map(closed -> closed(attempt, closed))
                .orElseGet(() -> ask(paper, attempt, reason));
    }

    private Outcome closed(Attempt attempt, Closed closed) {
        outgoing.leave(attempt, closed.why());
        return switch (closed) {
            case Closed.Stopped stopped -> new Unavailable(stopped.why());
            case Closed.OutOfHours hours -> new Waiting(hours.why(), hours.lookAgain());
        };
    }

    private Outcome ask(SentPaper paper, Attempt attempt, String reason) {
        ErpClient erp = connections.client(attempt.connection());
        if (erp.callsUs()) {
            outgoing.leave(attempt, "The ERP is to void it and to report that");
            return new Outcome.UpToErp("The ERP fetched it: it is to void it and to report that");
        }
        try {
            Outcome outcome = settle(paper, attempt, erp, reason);
            outgoing.leave(attempt, outcome.toString());
            return outcome;
        } catch (ErpFault fault) {
            trouble.note(attempt.connection(), fault);
            return unavailable(attempt, String.valueOf(fault.getMessage()));
        }
    }

    private Outcome unavailable(Attempt attempt, String detail) {
        outgoing.leave(attempt, detail);
        return new Unavailable(detail);
    }

    private Outcome settle(SentPaper paper, Attempt attempt, ErpClient erp, String reason) {
        Repeat repeat = erp.guarantees().orders();
        if (repeat == Repeat.NEITHER) {
            String erpNumber = paper.erpNumber();
            return erpNumber == null
                    ? new Unavailable("This ERP cannot be asked whether it has it")
                    : voidAll(paper, erp, List.of(erpNumber), List.of(erpNumber), reason);
        }
        List<Seen> found = paper.find(erp);
        if (!found.isEmpty()) {
            List<String> live = found.stream().filter(Seen::live).map(Seen::code).toList();
            return voidAll(paper, erp, live, found.stream().map(Seen::code).toList(), reason);
        }
        Attempt asked = attempt.inDoubt() ? outgoing.foundNothing(attempt) : attempt;
        return plan.isDue(asked) && plan.isSure(asked, repeat)
                ? neverThere(paper)
                : new Unavailable("The ERP does not show it yet; it may still come");
    }

    private Outcome voidAll(
            SentPaper paper, ErpClient erp, List<String> live, List<String> all, String reason) {
        for (String code : live) {
            try {
                paper.voidInErp(erp, code, reason);
            } catch (ErpFault.Rejected refused) {
                return new TooLate(String.valueOf(refused.getMessage()));
            }
        }
        paper.voided(all, "void in the ERP: " + live);
        outgoing.seen(paper.entity(), paper.number());
        return new Voided();
    }

    private static Outcome neverThere(SentPaper paper) {
        if (paper.erpState() != ErpState.NOT_SENT) {
            paper.voided(List.of(), "the ERP never had it");
        }
        return new NeverThere();
    }
}
