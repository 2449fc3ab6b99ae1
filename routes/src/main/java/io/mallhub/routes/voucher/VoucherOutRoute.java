package io.mallhub.routes.voucher;

import io.mallhub.binding.Entity;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.commission.Payouts;
import io.mallhub.commission.Payouts.Sending;
import io.mallhub.commission.Payouts.VoucherOrder;
import io.mallhub.routes.outbound.PaperDesk;
import io.mallhub.routes.outbound.PaperPush;
import io.mallhub.routes.outbound.PaperPush.Arrived;
import io.mallhub.routes.outbound.PaperPush.Open;
import io.mallhub.routes.outbound.PaperPush.Unavailable;
import io.mallhub.routes.outbound.PaperRoute;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code erp-voucher-out}: a statement number in, what became of its voucher out. */
@Component
class VoucherOutRoute extends PaperRoute {
    static final String ID = "erp-voucher-out";
    static final String START = "direct:" + ID;

    private final Payouts payouts;
    private final PaperDesk desk;
    private final VoucherShelf shelf;
    private final Clock clock;

    VoucherOutRoute(Payouts payouts, PaperDesk desk, VoucherShelf shelf, Clock clock) {
        super(ID, desk);
        this.payouts = payouts;
        this.desk = desk;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    protected PaperPush begin(String number) {
        VoucherOrder order =
                payouts.voucher(number)
                        .orElseThrow(() -> new IllegalArgumentException("No statement " + number));
        return desk.over(Entity.VOUCHER, number, connection -> prepare(order, connection));
    }

    private PaperPush prepare(VoucherOrder order, String connection) {
        if (!shelf.isFetching(connection)) {
            return take(order, connection);
        }
        return shelf.posted(order.number())
                .<PaperPush>map(number -> new Arrived(number, clock.instant()))
                .orElseGet(() -> shelf.lay(order.number(), connection));
    }

    private PaperPush take(VoucherOrder order, String connection) {
        Optional<Attempt> taken = desk.take(Entity.VOUCHER, order.number(), connection);
        return taken.isPresent()
                ? started(order, taken.get())
                : new Unavailable("Another attempt is under way");
    }

    private PaperPush started(VoucherOrder order, Attempt attempt) {
        return switch (payouts.startVoucher(order.number())) {
            case Sending.Granted granted ->
                    new Open(
                            attempt,
                            new VoucherPaper(order, payouts),
                            granted.probeFirst() || attempt.inDoubt());
            case Sending.InFlight flight -> {
                String detail = "Another attempt is under way until " + flight.until();
                desk.leave(attempt, detail);
                yield new Unavailable(detail);
            }
            case Sending.AlreadyPosted posted -> {
                desk.leave(attempt, "posted as " + posted.erpNumber());
                yield new Arrived(posted.erpNumber(), clock.instant());
            }
        };
    }
}
