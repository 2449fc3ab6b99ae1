package io.mallhub.receipt;

import java.time.Instant;

/**
 * What somebody did about a receipt.
 *
 * @param request the how manieth request to reverse it is about; 0 for none
 * @param login of the person
 * @param reason may be empty
 */
public record ReceiptAct(
        ReceiptStep step, int request, String login, String name, Instant at, String reason) {}
