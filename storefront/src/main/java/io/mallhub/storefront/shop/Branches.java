package io.mallhub.storefront.shop;

import io.mallhub.catalog.MerchandiseCategory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The menu of merchandise categories: the topmost ones, and below each that is on the way to the
 * chosen one those that hang from it.
 *
 * @param chosen null where none was, or where the viewer is shown nothing in it
 */
public record Branches(List<MerchandiseCategory> all, @Nullable MerchandiseCategory chosen) {
    /**
     * @param all of the tree those that hold something, in order
     */
    static Branches of(List<MerchandiseCategory> all, String code) {
        Optional<MerchandiseCategory> chosen =
                all.stream().filter(it -> it.code().equals(code)).findFirst();
        return new Branches(all, chosen.orElse(null));
    }

    public List<MerchandiseCategory> shown() {
        return all.stream().filter(it -> it.parent().map(this::isOpen).orElse(true)).toList();
    }

    /** Those from the top to the chosen one. */
    public List<MerchandiseCategory> way() {
        return all.stream().filter(it -> isOpen(it.code())).toList();
    }

    public boolean isOpen(String code) {
        return chosen != null && chosen.path().contains(code);
    }

    public boolean isChosen(String code) {
        return chosen != null && chosen.code().equals(code);
    }
}
