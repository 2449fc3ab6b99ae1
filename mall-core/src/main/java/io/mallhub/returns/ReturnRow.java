package io.mallhub.returns;

import io.mallhub.order.ErpState;
import io.mallhub.shared.CustomerId;
import java.time.Instant;

public record ReturnRow(
        String number,
        String orderNumber,
        CustomerId customer,
        String customerName,
        ReturnState state,
        ErpState erpState,
        ReturnReason reason,
        int lines,
        Instant submittedAt) {}
