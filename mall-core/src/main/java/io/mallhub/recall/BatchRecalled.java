package io.mallhub.recall;

import io.mallhub.shared.ProductId;

/** A recall was opened and its batch is locked; published in the transaction that did it. */
public record BatchRecalled(
        String number,
        ProductId product,
        String code,
        String name,
        String batch,
        RecallClass recallClass) {}
