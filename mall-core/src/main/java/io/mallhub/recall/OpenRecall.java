package io.mallhub.recall;

import io.mallhub.shared.Actor;
import io.mallhub.shared.ProductId;

/**
 * @param batch as printed on the goods
 * @param reason as the buyers read it
 * @param by who orders the recall
 * @param evenIfUnknown opens it although no delivery and no stock knows the batch, which is a
 *     typing mistake more often than not
 */
public record OpenRecall(
        ProductId product,
        String batch,
        RecallClass recallClass,
        String reason,
        Actor by,
        boolean evenIfUnknown) {}
