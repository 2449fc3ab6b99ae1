package io.mallhub.payment.internal;

import io.mallhub.payment.OnlinePayments;
import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class PaymentProof implements ProvenLedger {
    private final OnlinePayments payments;

    PaymentProof(OnlinePayments payments) {
        this.payments = payments;
    }

    @Override
    public String name() {
        return "online payments";
    }

    @Override
    public List<String> unprovenAccounts() {
        return payments.unproven();
    }
}
