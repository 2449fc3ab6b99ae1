package io.mallhub.storefront.screens;

import java.util.List;

/** One way to look at a page. */
record Look(String language, int width, String theme) {
    /** Both languages, widths and themes come up. */
    static final List<Look> FIRST =
            List.of(new Look("zh", 1440, "light"), new Look("en", 390, "dark"));

    /** The others, so that all eight have been seen. */
    static final List<Look> REST =
            List.of(
                    new Look("en", 1440, "dark"),
                    new Look("zh", 390, "light"),
                    new Look("en", 390, "light"),
                    new Look("zh", 1440, "dark"),
                    new Look("en", 1440, "light"),
                    new Look("zh", 390, "dark"));

    @Override
    public String toString() {
        return language + "-" + width + "-" + theme;
    }
}
