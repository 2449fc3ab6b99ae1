package io.mallhub.routes.inbound;

import io.mallhub.binding.Flow;
import io.mallhub.binding.Quarantine;
import io.mallhub.binding.Replayer;
import java.util.List;

/** Applies one kept record through the flow it came with. */
public class RecordReplayer<T> implements Replayer {
    private final Intake<T> inbound;

    public RecordReplayer(Intake<T> inbound) {
        this.inbound = inbound;
    }

    @Override
    public Flow flow() {
        return inbound.flow();
    }

    @Override
    public void replay(String connection, String payload) {
        Applied applied =
                inbound.apply(connection, List.of(Canonical.read(payload, inbound.type())));
        if (!applied.bad().isEmpty()) {
            Quarantine.Bad bad = applied.bad().getFirst();
            throw new CannotApply(bad.reason(), bad.missing());
        }
    }
}
