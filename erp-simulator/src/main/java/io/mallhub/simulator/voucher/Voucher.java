package io.mallhub.simulator.voucher;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A voucher as it is booked. */
public record Voucher(
        String billNo,
        String reference,
        String type,
        LocalDate date,
        String party,
        BigDecimal amount,
        @Nullable String explanation,
        Instant modifyTime) {}
