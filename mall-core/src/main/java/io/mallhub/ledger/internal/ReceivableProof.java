package io.mallhub.ledger.internal;

import io.mallhub.ledger.Receivables;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class ReceivableProof implements ProvenLedger {
    private final Receivables receivables;

    ReceivableProof(Receivables receivables) {
        this.receivables = receivables;
    }

    @Override
    public String name() {
        return "receivables";
    }

    @Override
    public List<String> unprovenAccounts() {
        return receivables.unproven().stream().map(CustomerId::toString).toList();
    }
}
