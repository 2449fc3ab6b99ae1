package io.mallhub.flash.internal;

import io.mallhub.flash.FlashSales.SaleView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale with what only its keepers know.
 *
 * @param occurrence that is set aside for its current opening; null before
 */
record SaleRow(SaleView view, @Nullable UUID occurrence) {}
