package io.mallhub.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A category in which the mall offers goods, beside the one the law gives them.
 *
 * @param code never changes: rules, coupons and orders name it
 * @param path codes of all above it, the topmost first, and its own
 * @param place among its neighbours, lowest first
 */
public record MerchandiseCategory(
        String code, List<String> path, String name, String englishName, int place) {
    /** A topmost category has level 1. */
    public static final int DEEPEST = 3;

    public MerchandiseCategory {
        path = List.copyOf(path);
    }

    public int level() {
        return path.size();
    }

    public Optional<String> parent() {
        return level() == 1 ? Optional.empty() : Optional.of(path.get(level() - 2));
    }

    public String name(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? englishName : name;
    }
}
