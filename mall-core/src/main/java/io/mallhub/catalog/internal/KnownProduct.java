package io.mallhub.catalog.internal;

import io.mallhub.shared.ProductId;

/** What a set-wise apply must know of a product that is there already. */
record KnownProduct(ProductId id, String digest) {}
