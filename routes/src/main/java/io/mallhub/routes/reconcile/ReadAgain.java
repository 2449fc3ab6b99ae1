package io.mallhub.routes.reconcile;

import io.mallhub.binding.Entity;
import io.mallhub.binding.Reconciliations.Difference;
import io.mallhub.binding.Reconciliations.Outcome;
import io.mallhub.binding.Reconciliations.Repair;
import io.mallhub.binding.Repairer;
import io.mallhub.binding.Replayer;
import io.mallhub.shared.Actor;
import org.springframework.transaction.support.TransactionTemplate;

/** Repairs what only comes in: the record that was found goes through its flow once more. */
public class ReadAgain implements Repairer {
    private final Replayer flow;
    private final TransactionTemplate transaction;

    public ReadAgain(Replayer flow, TransactionTemplate transaction) {
        this.flow = flow;
        this.transaction = transaction;
    }

    @Override
    public Entity entity() {
        return flow.flow().entity();
    }

    @Override
    public Outcome repair(Difference difference, Repair how, Actor by) {
        String payload = difference.payload();
        if (how != Repair.APPLY_ERP) {
            return new Outcome.NotPossible("This only comes in; it is not sent or decided on");
        }
        if (payload == null) {
            return new Outcome.NotPossible("The ERP has nothing that could be taken over");
        }
        try {
            transaction.executeWithoutResult(
                    status -> flow.replay(difference.connection(), payload));
            return new Outcome.Done();
        } catch (Replayer.CannotApply refused) {
            return new Outcome.NotPossible(String.valueOf(refused.getMessage()));
        }
    }
}
