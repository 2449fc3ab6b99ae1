package io.mallhub.simulator.voucher;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A voucher as an interface sends it.
 *
 * @param reference the caller's number
 * @param amount positive, to the cent
 */
public record NewVoucher(
        String reference,
        String type,
        LocalDate date,
        String party,
        BigDecimal amount,
        @Nullable String explanation) {}
