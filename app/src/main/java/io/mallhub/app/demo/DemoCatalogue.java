package io.mallhub.app.demo;

import io.mallhub.catalog.Products;
import io.mallhub.shared.Actor;
import io.mallhub.shared.RegulatoryCategory;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Does the catalogue desk's first job: imported drugs come from the ERP without a category and are
 * sold to nobody until someone sets one. The list of imports is prescription drugs throughout, so
 * the demo says so in one command.
 */
@Component
@DemoOnly
class DemoCatalogue {
    private static final Actor DESK = Actor.system("demo-catalogue-desk");

    private final Products products;

    DemoCatalogue(Products products) {
        this.products = products;
    }

    @Scheduled(fixedDelay = 3_000)
    void categoriseWhatCameIn() {
        if (products.countByCategory().getOrDefault(null, 0L) > 0) {
            categorise("疫苗", RegulatoryCategory.VACCINE);
            categorise("胰岛素", RegulatoryCategory.INSULIN);
            categorise(null, RegulatoryCategory.PRESCRIPTION);
        }
    }

    private void categorise(@Nullable String text, RegulatoryCategory category) {
        products.categoriseMatching(new Products.Query(text, null, false, true), category, DESK);
    }
}
