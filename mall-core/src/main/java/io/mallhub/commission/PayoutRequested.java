package io.mallhub.commission;

import java.time.YearMonth;

/** A month's payout is wanted; its process starts. */
public record PayoutRequested(YearMonth month, String by) {}
