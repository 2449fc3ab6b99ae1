package io.mallhub.prepaid;

/**
 * A recorded top-up was refused, or a confirmed one taken back; published in the transaction that
 * does it.
 */
public record TopUpEnded(String number, String reason, boolean wasCredited) {}
