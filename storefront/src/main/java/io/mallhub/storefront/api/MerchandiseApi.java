package io.mallhub.storefront.api;

import io.mallhub.catalog.MerchandiseCategory;
import io.mallhub.catalog.Products;
import io.mallhub.customer.LicenceGate;
import io.mallhub.identity.BuyerView;
import io.mallhub.storefront.shop.Catalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The categories in which the company is shown something it may buy. */
@RestController
class MerchandiseApi {
    private final Catalogue catalogue;
    private final LicenceGate gate;

    MerchandiseApi(Catalogue catalogue, LicenceGate gate) {
        this.catalogue = catalogue;
        this.gate = gate;
    }

    @GetMapping("/api/merchandise")
    List<CategoryJson> tree(BuyerView buyer) {
        Products.Query open =
                new Products.Query(null, gate.openCategories(buyer.company()), true, false);
        return catalogue.categories(buyer, open).stream().map(CategoryJson::of).toList();
    }

    /**
     * @param parent code of the one above; absent for a topmost one
     */
    record CategoryJson(String code, @Nullable String parent, String name, String englishName) {
        static CategoryJson of(MerchandiseCategory category) {
            return new CategoryJson(
                    category.code(),
                    category.parent().orElse(null),
                    category.name(),
                    category.englishName());
        }
    }
}
