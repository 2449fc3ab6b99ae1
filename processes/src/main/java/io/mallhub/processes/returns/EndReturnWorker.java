package io.mallhub.processes.returns;

import io.mallhub.bpmn.JobType;
import io.mallhub.bpmn.SalesReturn;
import io.mallhub.order.ErpState;
import io.mallhub.processes.IncidentDesk.Kind;
import io.mallhub.processes.IncidentMessage;
import io.mallhub.processes.engine.JobKey;
import io.mallhub.processes.engine.Outcome;
import io.mallhub.processes.engine.Worker;
import io.mallhub.returns.ErpReturns;
import io.mallhub.returns.ErpReturns.VoidOutcome;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.Returns;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Ends a return without goods: first its order in the ERP is voided, then it ends in the mall.
 * Whether the goods were quicker is the word of the ERP and of the quarantine area; then they are
 * awaited and inspected as any others.
 */
@Component
class EndReturnWorker implements Worker<EndReturnWorker.In> {
    /** How long after an ERP that calls has reported a voiding the process may learn of it. */
    private static final Duration REPORTED_WITHIN = Duration.ofSeconds(10);

    private final Returns returns;
    private final ObjectProvider<ErpReturns> erp;

    EndReturnWorker(Returns returns, ObjectProvider<ErpReturns> erp) {
        this.returns = returns;
        this.erp = erp;
    }

    /**
     * @param withdrawReason of whoever took it back
     * @param reason of the person who decided against it
     * @param eligibility the rule that refused it
     */
    record In(
            String returnNumber,
            String ending,
            @Nullable String withdrawReason,
            @Nullable String reason,
            @Nullable String erpWords,
            @Nullable Map<String, Object> eligibility) {
        String words() {
            Object ground = eligibility == null ? null : eligibility.get("ground");
            return Stream.of(withdrawReason, reason, erpWords, (String) ground)
                    .filter(it -> it != null && !it.isBlank())
                    .findFirst()
                    .orElse("");
        }
    }

    @Override
    public JobType type() {
        return SalesReturn.END;
    }

    @Override
    public Duration timeout() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Outcome handle(In in, JobKey once) {
        ReturnView view = returns.find(in.returnNumber()).orElseThrow();
        if (!view.state().isBeforeGoods()) {
            return tooLate(!view.state().isWithoutGoods());
        }
        return switch (voidInErp(view, in.words())) {
            case VoidOutcome.TooLate late -> tooLate(true);
            case VoidOutcome.Waiting waiting ->
                    Outcome.lookAgain(waiting.detail(), REPORTED_WITHIN);
            case VoidOutcome.Unavailable away ->
                    Outcome.tryLater(
                            IncidentMessage.of(Kind.ERP_AWAY, "ERP 暂不可用：" + away.detail()));
            case VoidOutcome.Voided voided -> ended(in);
            case VoidOutcome.NeverThere never -> ended(in);
        };
    }

    private VoidOutcome voidInErp(ReturnView view, String reason) {
        if (view.erpState() == ErpState.NOT_SENT || view.erpState() == ErpState.VOIDED) {
            return new VoidOutcome.NeverThere();
        }
        ErpReturns port = erp.getIfAvailable();
        if (port == null) {
            return new VoidOutcome.Unavailable("没有可用的 ERP 退货接口");
        }
        VoidOutcome outcome = port.voidReturn(view.number(), reason);
        if (outcome instanceof VoidOutcome.Voided || outcome instanceof VoidOutcome.NeverThere) {
            returns.recordVoided(view.number(), reason);
        }
        return outcome;
    }

    private Outcome ended(In in) {
        return switch (in.ending()) {
            case SalesReturn.WITHDRAWN -> tooLate(!returns.withdraw(in.returnNumber(), in.words()));
            case SalesReturn.LAPSED -> tooLate(!returns.lapse(in.returnNumber()));
            case SalesReturn.REFUSED -> refused(in);
            default -> throw new IllegalStateException("A return does not end as " + in.ending());
        };
    }

    private Outcome refused(In in) {
        returns.refuse(in.returnNumber(), in.words());
        return tooLate(false);
    }

    private static Outcome tooLate(boolean tooLate) {
        return Outcome.complete("tooLate", tooLate);
    }
}
