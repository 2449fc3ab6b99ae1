package io.mallhub.catalog;

import io.mallhub.catalog.MerchandiseCategories.Stays;
import java.util.Optional;

/**
 * Whoever keeps something that names merchandise categories: asked before one is removed. A port;
 * each context answers for its own.
 */
public interface MerchandiseUses {
    /** Empty when nothing that is in force, or may come into force, names it. */
    Optional<Stays> of(String category);
}
