package io.mallhub.order;

import java.time.Instant;

/**
 * The ERP accepted or rejected it.
 *
 * @param erpTime when, by the ERP's clock; tells a second rejection (after a resend) from a repeat
 *     of the first
 */
public record ErpAnsweredOrder(String number, boolean accepted, String erpWords, Instant erpTime) {}
