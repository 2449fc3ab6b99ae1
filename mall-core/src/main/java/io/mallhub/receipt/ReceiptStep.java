package io.mallhub.receipt;

/** What can be done about a receipt. */
public enum ReceiptStep {
    RECORDED,
    CONFIRMED,
    DISCARDED,
    REVERSAL_ASKED,
    REVERSAL_DECLINED,
    REVERSED
}
