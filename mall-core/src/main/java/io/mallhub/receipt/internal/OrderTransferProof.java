package io.mallhub.receipt.internal;

import io.mallhub.receipt.OrderTransfers;
import io.mallhub.shared.ProvenLedger;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class OrderTransferProof implements ProvenLedger {
    private final OrderTransfers transfers;
    private final JdbcClient jdbc;

    OrderTransferProof(OrderTransfers transfers, JdbcClient jdbc) {
        this.transfers = transfers;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "order-transfers";
    }

    @Override
    public Size size() {
        return Size.of(
                jdbc,
                "SELECT (SELECT count(*) FROM order_transfer), (SELECT count(*) FROM order_transfer_part)");
    }

    @Override
    public List<String> unprovenAccounts() {
        return transfers.unproven();
    }
}
