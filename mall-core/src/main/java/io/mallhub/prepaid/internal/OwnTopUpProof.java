package io.mallhub.prepaid.internal;

import io.mallhub.prepaid.OwnTopUps;
import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OwnTopUpProof implements ProvenLedger {
    private final OwnTopUps topUps;
    private final JdbcClient jdbc;

    OwnTopUpProof(OwnTopUps topUps, JdbcClient jdbc) {
        this.topUps = topUps;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "own-top-ups";
    }

    @Override
    public Size size() {
        return Size.of(
                jdbc,
                "SELECT (SELECT count(*) FROM own_top_up),"
                        + " (SELECT count(*) FROM own_top_up WHERE state = 'CREDITED')");
    }

    @Override
    public List<String> unprovenAccounts() {
        return topUps.unproven();
    }
}
