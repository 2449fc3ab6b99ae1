package io.mallhub.storefront.api;

import org.jspecify.annotations.Nullable;

record CancelJson(@Nullable String reason) {
    String reasonOrEmpty() {
        return reason == null ? "" : Wire.text(reason);
    }
}
