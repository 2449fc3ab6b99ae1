package io.mallhub.routes.returns;

import io.mallhub.binding.Entity;
import io.mallhub.binding.Outgoing.Attempt;
import io.mallhub.binding.Pickups;
import io.mallhub.connectors.canonical.ErpReturn;
import io.mallhub.returns.ReturnView;
import io.mallhub.returns.Returns;
import io.mallhub.returns.Returns.Sending;
import io.mallhub.routes.outbound.Shelf;
import io.mallhub.shared.SendingLease;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Returns that an ERP fetches, once it has the customer and the order they come from. */
@Component
class ReturnShelf extends Shelf<Pickups.Return> {
    private final Returns returns;
    private final ReturnMapper mapper;

    ReturnShelf(
            Returns returns,
            ReturnMapper mapper,
            Tools tools,
            @Value(SendingLease.OF_RETURNS) Duration lease) {
        super(Entity.RETURN, tools, lease);
        this.returns = returns;
        this.mapper = mapper;
    }

    @Override
    protected Optional<Pickups.Return> handOut(Attempt attempt) {
        String number = attempt.mallId();
        ErpReturn sheet;
        try {
            sheet = mapper.toErp(returns.find(number).orElseThrow(), attempt.connection());
        } catch (ReturnMapper.NotKnownToErp e) {
            outgoing().leave(attempt, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        switch (returns.startSending(number)) {
            case Sending.Granted granted -> {
                outgoing().sending(attempt);
                return Optional.of(
                        new Pickups.Return(sheet, granted.probeFirst() || attempt.inDoubt()));
            }
            case Sending.InFlight flight ->
                    outgoing().leave(attempt, "Handed out already, until " + flight.until());
            case Sending.AlreadySent sent ->
                    outgoing()
                            .fetched(Entity.RETURN, number, attempt.connection(), sent.erpNumber());
            case Sending.AtAnEnd _ -> {
                outgoing().leave(attempt, "");
                outgoing().seen(Entity.RETURN, number);
            }
        }
        return Optional.empty();
    }

    @Override
    protected Confirmation confirmed(String connection, String number, There there) {
        ReturnView before = returns.find(number).orElseThrow();
        String known = before.erpNumber();
        if (known != null && !known.equals(there.erpNumber())) {
            return new Confirmation.OtherNumber(known);
        }
        if (known == null) {
            returns.recordSent(number, there.erpNumber(), there.erpTime());
        }
        outgoing().fetched(Entity.RETURN, number, connection, there.erpNumber());
        return new Confirmation.Confirmed(!before.state().isWithoutGoods());
    }
}
