package io.mallhub.commission.internal;

import io.mallhub.commission.Commissions;
import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class CommissionProof implements ProvenLedger {
    private final Commissions commissions;
    private final JdbcClient jdbc;

    CommissionProof(Commissions commissions, JdbcClient jdbc) {
        this.commissions = commissions;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "commission";
    }

    @Override
    public Size size() {
        return Size.of(
                jdbc,
                "SELECT (SELECT count(*) FROM commission_account), (SELECT count(*) FROM commission_entry)");
    }

    @Override
    public List<String> unprovenAccounts() {
        return commissions.unproven();
    }
}
