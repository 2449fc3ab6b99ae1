package io.mallhub.storefront.screens;

import io.mallhub.identity.BuyerView;
import org.jspecify.annotations.Nullable;

/**
 * @param name of its pictures
 * @param viewer null for a guest
 * @param status the page is answered with
 */
record Screen(String name, String path, @Nullable BuyerView viewer, int status) {
    static Screen of(String name, String path, @Nullable BuyerView viewer) {
        return new Screen(name, path, viewer, 200);
    }

    @Override
    public String toString() {
        return name;
    }
}
