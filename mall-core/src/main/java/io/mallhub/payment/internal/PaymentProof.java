package io.mallhub.payment.internal;

import io.mallhub.payment.OnlinePayments;
import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PaymentProof implements ProvenLedger {
    private final OnlinePayments payments;
    private final JdbcClient jdbc;

    PaymentProof(OnlinePayments payments, JdbcClient jdbc) {
        this.payments = payments;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public Size size() {
        return Size.of(
                jdbc,
                "SELECT (SELECT count(*) FROM online_payment), (SELECT count(*) FROM online_payment_entry)");
    }

    @Override
    public List<String> unprovenAccounts() {
        return payments.unproven();
    }
}
