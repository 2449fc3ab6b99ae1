package io.mallhub.catalog.internal;

import io.mallhub.shared.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * What a set-wise apply must know of a product that is there already.
 *
 * @param deskCategory the category if a person has set it
 */
record KnownProduct(ProductId id, String digest, @Nullable String deskCategory) {}
