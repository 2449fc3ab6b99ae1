package io.mallhub.prepaid.internal;

import io.mallhub.prepaid.PrepaidAccounts;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class PrepaidProof implements ProvenLedger {
    private final PrepaidAccounts accounts;

    PrepaidProof(PrepaidAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "prepaid";
    }

    @Override
    public List<String> unprovenAccounts() {
        return accounts.unproven().stream().map(CustomerId::toString).toList();
    }
}
