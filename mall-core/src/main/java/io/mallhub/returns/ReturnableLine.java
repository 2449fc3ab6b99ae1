package io.mallhub.returns;

import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One batch of one delivery, and how much of it may still be returned.
 *
 * @param left shipped less what other returns ask for or took
 * @param recalled its batch is locked: it may come back as a recall, whenever it was shipped
 */
public record ReturnableLine(
        String delivery,
        int orderLine,
        ProductId product,
        String code,
        String name,
        String unit,
        String batch,
        @Nullable LocalDate expiry,
        boolean coldChain,
        Quantity shipped,
        Quantity left,
        boolean recalled) {}
