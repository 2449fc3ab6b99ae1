package io.mallhub.routes.returns;

import io.mallhub.returns.ErpReturns;
import io.mallhub.routes.outbound.PaperPush.Arrived;
import io.mallhub.routes.outbound.PaperPush.Done;
import io.mallhub.routes.outbound.PaperPush.Refused;
import io.mallhub.routes.outbound.PaperPush.Unavailable;
import io.mallhub.routes.outbound.PaperPush.Unknown;
import io.mallhub.routes.outbound.PaperPush.Waiting;
import io.mallhub.routes.outbound.PaperPush.Withheld;
import io.mallhub.routes.outbound.PaperVoiding;
import io.mallhub.routes.outbound.RouteCall;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The mall core's way out: each call is a run of a route. */
@Component
class RoutedErpReturns implements ErpReturns {
    /** How long after the ERP has reported it the return may learn of it. */
    private static final Duration REPORTED_WITHIN = Duration.ofSeconds(10);

    private final RouteCall call;

    RoutedErpReturns(RouteCall call) {
        this.call = call;
    }

    @Override
    public CreateOutcome create(String returnNumber) {
        return switch (call.ask(ReturnOutRoute.START, returnNumber, Done.class)) {
            case Arrived there ->
                    new CreateOutcome.Acknowledged(there.erpNumber(), there.erpTime());
            case Withheld held -> new CreateOutcome.Refused(held.why());
            case Refused refused -> new CreateOutcome.Refused(refused.erpWords());
            case Unknown unknown -> new CreateOutcome.Unknown(unknown.detail(), unknown.parked());
            case Waiting waiting ->
                    new CreateOutcome.Waiting(waiting.detail(), waiting.lookAgain());
            case Unavailable away -> new CreateOutcome.Unavailable(away.detail());
        };
    }

    @Override
    public VoidOutcome voidReturn(String returnNumber, String reason) {
        var request = new ReturnVoidRoute.Request(returnNumber, reason);
        return switch (call.ask(ReturnVoidRoute.START, request, PaperVoiding.Outcome.class)) {
            case PaperVoiding.Outcome.Voided gone -> new VoidOutcome.Voided();
            case PaperVoiding.Outcome.NeverThere never -> new VoidOutcome.NeverThere();
            case PaperVoiding.Outcome.TooLate late -> new VoidOutcome.TooLate(late.erpWords());
            case PaperVoiding.Outcome.Waiting waiting ->
                    new VoidOutcome.Waiting(waiting.detail(), waiting.lookAgain());
            case PaperVoiding.Outcome.UpToErp theirs ->
                    new VoidOutcome.Waiting(theirs.detail(), REPORTED_WITHIN);
            case PaperVoiding.Outcome.Unavailable away ->
                    new VoidOutcome.Unavailable(away.detail());
        };
    }
}
