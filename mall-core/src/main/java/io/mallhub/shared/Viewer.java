package io.mallhub.shared;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who looks at the catalogue, in the terms that prices and visibility are kept in.
 *
 * @param customer null for a guest
 * @param level price level code, empty for none
 * @param type name of the customer type, empty for a guest
 * @param region GB/T 2260 code as the customer's company states it, empty for a guest
 */
public record Viewer(@Nullable CustomerId customer, String level, String type, String region) {
    public static final Viewer GUEST = new Viewer(null, "", "", "");
}
