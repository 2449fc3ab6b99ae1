package io.mallhub.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

public record ApplicationRow(
        String number,
        String companyName,
        CustomerType type,
        ApplicationState state,
        int round,
        @Nullable Instant submittedAt) {}
