package io.mallhub.console.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What pages are grouped by where there are too many of them for one look. */
public enum ConsoleArea {
    DESK,
    COMPLIANCE,
    ORDERS,
    CUSTOMERS,
    GOODS,
    MARKETING,
    FINANCE,
    OWN_SALES,
    TECHNOLOGY,
    ADMINISTRATION;

    public List<ConsolePage> pages() {
        return Arrays.stream(ConsolePage.values()).filter(page -> page.area() == this).toList();
    }

    /** Message key of its name. */
    public String key() {
        return "console.area." + name().toLowerCase(Locale.ROOT);
    }
}
