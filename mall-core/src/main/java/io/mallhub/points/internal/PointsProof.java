package io.mallhub.points.internal;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PointsProof implements ProvenLedger {
    private final PointsAccounts accounts;
    private final JdbcClient jdbc;

    PointsProof(PointsAccounts accounts, JdbcClient jdbc) {
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "points";
    }

    @Override
    public Size size() {
        return Size.of(
                jdbc,
                "SELECT (SELECT count(*) FROM points_account), (SELECT count(*) FROM points_entry)");
    }

    @Override
    public List<String> unprovenAccounts() {
        return accounts.unproven().stream().map(CustomerId::toString).toList();
    }
}
