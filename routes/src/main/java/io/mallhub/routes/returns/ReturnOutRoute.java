package io.mallhub.routes.returns;

import io.mallhub.binding.Entity;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.connectors.canonical.ErpReturn;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.Returns;
import io.mallhub.returns.Returns.Sending;
import io.mallhub.routes.outbound.PaperDesk;
import io.mallhub.routes.outbound.PaperPush;
import io.mallhub.routes.outbound.PaperPush.Arrived;
import io.mallhub.routes.outbound.PaperPush.Open;
import io.mallhub.routes.outbound.PaperPush.Refused;
import io.mallhub.routes.outbound.PaperPush.Unavailable;
import io.mallhub.routes.outbound.PaperRoute;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code erp-return-out}: a return number in, what became of it out. */
@Component
class ReturnOutRoute extends PaperRoute {
    static final String ID = "erp-return-out";
    static final String START = "direct:" + ID;

    private final Returns returns;
    private final PaperDesk desk;
    private final ReturnMapper mapper;
    private final ReturnShelf shelf;
    private final Clock clock;

    ReturnOutRoute(
            Returns returns, PaperDesk desk, ReturnMapper mapper, ReturnShelf shelf, Clock clock) {
        super(ID, desk);
        this.returns = returns;
        this.desk = desk;
        this.mapper = mapper;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    protected PaperPush begin(String number) {
        ReturnView goods =
                returns.find(number)
                        .orElseThrow(() -> new IllegalArgumentException("No return " + number));
        if (goods.erpNumber() != null) {
            return new Arrived(goods.erpNumber(), clock.instant());
        }
        return desk.over(Entity.RETURN, number, connection -> prepare(goods, connection));
    }

    private PaperPush prepare(ReturnView goods, String connection) {
        if (shelf.isFetching(connection)) {
            return shelf.lay(goods.number(), connection);
        }
        try {
            return take(mapper.toErp(goods, connection), connection);
        } catch (ReturnMapper.NotKnownToErp e) {
            return new Unavailable(String.valueOf(e.getMessage()));
        }
    }

    private PaperPush take(ErpReturn goods, String connection) {
        Optional<Attempt> taken = desk.take(Entity.RETURN, goods.reference(), connection);
        if (taken.isEmpty()) {
            return new Unavailable("Another attempt is under way");
        }
        Attempt attempt = taken.get();
        return switch (returns.startSending(goods.reference())) {
            case Sending.Granted granted ->
                    new Open(
                            attempt,
                            new ReturnPaper(goods, returns),
                            granted.probeFirst() || attempt.inDoubt());
            case Sending.InFlight flight -> {
                String detail = "Another attempt is under way until " + flight.until();
                desk.leave(attempt, detail);
                yield new Unavailable(detail);
            }
            case Sending.AlreadySent sent -> {
                desk.leave(attempt, "sent as " + sent.erpNumber());
                yield new Arrived(sent.erpNumber(), clock.instant());
            }
            case Sending.AtAnEnd end -> {
                desk.leave(attempt, "return is " + end.state());
                yield new Refused("The return is " + end.state());
            }
        };
    }
}
