package io.mallhub.routes.voucher;

import io.mallhub.commission.ErpVouchers;
import io.mallhub.routes.outbound.PaperPush.Arrived;
import io.mallhub.routes.outbound.PaperPush.Done;
import io.mallhub.routes.outbound.PaperPush.Refused;
import io.mallhub.routes.outbound.PaperPush.Unavailable;
import io.mallhub.routes.outbound.PaperPush.Unknown;
import io.mallhub.routes.outbound.PaperPush.Waiting;
import io.mallhub.routes.outbound.PaperPush.Withheld;
import io.mallhub.routes.outbound.RouteCall;
import org.springframework.stereotype.Component;

/** The mall core's way out: each call is a run of the route. */
@Component
class RoutedErpVouchers implements ErpVouchers {
    private final RouteCall call;

    RoutedErpVouchers(RouteCall call) {
        this.call = call;
    }

    @Override
    public PostOutcome post(String statement) {
        return switch (call.ask(VoucherOutRoute.START, statement, Done.class)) {
            case Arrived there -> new PostOutcome.Posted(there.erpNumber(), there.erpTime());
            case Withheld held -> new PostOutcome.Refused(held.why());
            case Refused refused -> new PostOutcome.Refused(refused.erpWords());
            case Unknown unknown -> new PostOutcome.Unknown(unknown.detail(), unknown.parked());
            case Waiting waiting -> new PostOutcome.Waiting(waiting.detail());
            case Unavailable away -> new PostOutcome.Unavailable(away.detail());
        };
    }
}
