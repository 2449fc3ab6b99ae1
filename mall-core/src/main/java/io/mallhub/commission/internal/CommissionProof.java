package io.mallhub.commission.internal;

import io.mallhub.commission.Commissions;
import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class CommissionProof implements ProvenLedger {
    private final Commissions commissions;

    CommissionProof(Commissions commissions) {
        this.commissions = commissions;
    }

    @Override
    public String name() {
        return "commission";
    }

    @Override
    public List<String> unprovenAccounts() {
        return commissions.unproven();
    }
}
