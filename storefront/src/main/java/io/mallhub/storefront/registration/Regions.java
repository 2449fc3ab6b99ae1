package io.mallhub.storefront.registration;

import java.util.List;

/** Provinces by their GB/T 2260 code; names are texts {@code region.<code>}. */
final class Regions {
    static final List<String> CODES =
            List.of(
                    "110000", "120000", "130000", "140000", "150000", "210000", "220000", "230000",
                    "310000", "320000", "330000", "340000", "350000", "360000", "370000", "410000",
                    "420000", "430000", "440000", "450000", "460000", "500000", "510000", "520000",
                    "530000", "540000", "610000", "620000", "630000", "640000", "650000");

    static final String KNOWN = "(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])0000";

    private Regions() {}
}
