package io.mallhub.connectors.canonical;

import java.time.Instant;

/** A voucher as the ERP has it. */
public record ErpVoucherStatus(String code, String reference, Instant changedAt) {}
