package io.mallhub.returns;

import java.time.Instant;

/**
 * It is to be taken back, by the buyer or by the desk; each request once.
 *
 * @param byDesk the desk takes its approval back: it ends as refused
 */
public record ReturnWithdrawRequested(
        String number, String reason, String by, boolean byDesk, Instant at) {}
