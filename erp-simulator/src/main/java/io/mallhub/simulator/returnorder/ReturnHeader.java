package io.mallhub.simulator.returnorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A return as a list for people shows it. */
public record ReturnHeader(
        String billNo,
        String reference,
        String customer,
        String order,
        ReturnStatus status,
        @Nullable String reason,
        Instant modifyTime,
        int lines) {}
