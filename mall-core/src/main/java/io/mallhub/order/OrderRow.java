package io.mallhub.order;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

public record OrderRow(
        String number,
        CustomerId customer,
        String customerName,
        OrderState state,
        ErpState erpState,
        @Nullable String erpNumber,
        Money total,
        int lines,
        Instant submittedAt) {}
