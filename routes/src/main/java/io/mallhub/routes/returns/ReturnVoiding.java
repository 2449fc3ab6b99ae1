package io.mallhub.routes.returns;

import io.mallhub.binding.Entity;
import io.mallhub.binding.ErpConnections;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Outgoing;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpFault;
import io.mallhub.connectors.Guarantees.Repeat;
import io.mallhub.connectors.canonical.ErpReturnStatus;
import io.mallhub.connectors.canonical.ErpReturnStatus.State;
import io.mallhub.order.ErpState;
import io.mallhub.returns.ErpReturns.VoidOutcome;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.Returns;
import io.mallhub.routes.outbound.ErpTrouble;
import io.mallhub.routes.outbound.ProbePlan;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Voids what the ERP has under a return's number; what may still come is not said to be gone. */
@Component
class ReturnVoiding {
    private final Returns returns;
    private final Outgoing outgoing;
    private final ErpConnections connections;
    private final ProbePlan plan;
    private final ErpTrouble trouble;

    ReturnVoiding(
            Returns returns,
            Outgoing outgoing,
            ErpConnections connections,
            ProbePlan plan,
            ErpTrouble trouble) {
        this.returns = returns;
        this.outgoing = outgoing;
        this.connections = connections;
        this.plan = plan;
        this.trouble = trouble;
    }

    VoidOutcome run(String number, String reason) {
        ReturnView goods =
                returns.find(number)
                        .orElseThrow(() -> new IllegalArgumentException("No return " + number));
        if (goods.erpState() == ErpState.VOIDED) {
            return new VoidOutcome.Voided();
        }
        Optional<Attempt> known = outgoing.attempt(Entity.RETURN, number);
        if (known.isEmpty()) {
            return neverThere(goods);
        }
        return outgoing.take(Entity.RETURN, number, known.get().connection())
                .map(attempt -> decide(goods, attempt, reason))
                .orElseGet(() -> new VoidOutcome.Unavailable("It is being sent just now"));
    }

    private VoidOutcome decide(ReturnView goods, Attempt attempt, String reason) {
        if (attempt.sends() == 0) {
            outgoing.leave(attempt, "stopped before it was sent");
            return neverThere(goods);
        }
        Optional<String> closed = connections.closed(attempt.connection(), Flow.ORDER_OUT);
        if (closed.isPresent()) {
            outgoing.leave(attempt, closed.get());
            return new VoidOutcome.Unavailable(closed.get());
        }
        try {
            ErpClient erp = connections.client(attempt.connection());
            VoidOutcome outcome = settle(goods, attempt, erp, reason);
            outgoing.leave(attempt, outcome.toString());
            return outcome;
        } catch (ErpFault fault) {
            trouble.note(attempt.connection(), fault);
            outgoing.leave(attempt, String.valueOf(fault.getMessage()));
            return new VoidOutcome.Unavailable(String.valueOf(fault.getMessage()));
        }
    }

    private VoidOutcome settle(ReturnView goods, Attempt attempt, ErpClient erp, String reason) {
        Repeat repeat = erp.guarantees().orders();
        if (repeat == Repeat.NEITHER) {
            return goods.erpNumber() == null
                    ? new VoidOutcome.Unavailable("This ERP cannot be asked whether it has it")
                    : voidAll(goods, erp, List.of(goods.erpNumber()), reason);
        }
        List<ErpReturnStatus> found = erp.findReturns(goods.number());
        if (!found.isEmpty()) {
            return voidAll(
                    goods,
                    erp,
                    found.stream()
                            .filter(it -> it.state() != State.VOIDED)
                            .map(ErpReturnStatus::code)
                            .toList(),
                    reason);
        }
        Attempt asked = attempt.inDoubt() ? outgoing.foundNothing(attempt) : attempt;
        return plan.isDue(asked) && plan.isSure(asked, repeat)
                ? neverThere(goods)
                : new VoidOutcome.Unavailable("The ERP does not show it yet; it may still come");
    }

    private VoidOutcome voidAll(
            ReturnView goods, ErpClient erp, List<String> codes, String reason) {
        for (String code : codes) {
            try {
                erp.voidReturn(code, reason);
            } catch (ErpFault.Rejected refused) {
                return new VoidOutcome.TooLate(String.valueOf(refused.getMessage()));
            }
        }
        returns.recordVoided(goods.number(), "void in the ERP: " + codes);
        outgoing.seen(Entity.RETURN, goods.number());
        return new VoidOutcome.Voided();
    }

    private VoidOutcome neverThere(ReturnView goods) {
        if (goods.erpState() != ErpState.NOT_SENT) {
            returns.recordVoided(goods.number(), "the ERP never had it");
        }
        return new VoidOutcome.NeverThere();
    }
}
