package io.mallhub.prepaid.internal;

import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PrepaidProof implements ProvenLedger {
    private final PrepaidAccounts accounts;
    private final JdbcClient jdbc;

    PrepaidProof(PrepaidAccounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "prepaid";
    }

    @Override
    public Size size() {
        return Size.of(
                jdbc,
                "SELECT (SELECT count(*) FROM prepaid_account), (SELECT count(*) FROM prepaid_entry)");
    }

    @Override
    public List<String> unprovenAccounts() {
        return accounts.unproven().stream().map(CustomerId::toString).toList();
    }
}
