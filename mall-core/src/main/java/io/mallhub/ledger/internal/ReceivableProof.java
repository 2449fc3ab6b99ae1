package io.mallhub.ledger.internal;

import io.mallhub.ledger.Receivables;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ReceivableProof implements ProvenLedger {
    private final Receivables receivables;
    private final JdbcClient jdbc;

    ReceivableProof(Receivables receivables, JdbcClient jdbc) {
        this.receivables = receivables;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "receivables";
    }

    @Override
    public Size size() {
        return Size.of(
                jdbc,
                "SELECT (SELECT count(*) FROM receivable_account), (SELECT count(*) FROM receivable_entry)");
    }

    @Override
    public List<String> unprovenAccounts() {
        return receivables.unproven().stream().map(CustomerId::toString).toList();
    }
}
