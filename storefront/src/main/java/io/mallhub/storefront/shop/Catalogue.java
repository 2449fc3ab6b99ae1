package io.mallhub.storefront.shop;

import io.mallhub.catalog.MerchandiseCategories;
import io.mallhub.catalog.MerchandiseCategory;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Visibility;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.identity.BuyerView;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Viewer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The products that a buyer, or a guest, is shown: pages and API read them here only. */
@Component
public class Catalogue {
    private final Products products;
    private final MerchandiseCategories merchandise;
    private final Visibility visibility;
    private final Customers customers;

    Catalogue(
            Products products,
            MerchandiseCategories merchandise,
            Visibility visibility,
            Customers customers) {
        this.merchandise = merchandise;
        this.products = products;
        this.visibility = visibility;
        this.customers = customers;
    }

    public Page<ProductView> search(
            @Nullable BuyerView buyer, Products.Query query, PageRequest page) {
        return products.search(query.shownTo(viewer(buyer)), page);
    }

    /** Merchandise categories in which he is shown something of the query, and those above them. */
    public List<MerchandiseCategory> categories(@Nullable BuyerView buyer, Products.Query query) {
        List<MerchandiseCategory> tree = merchandise.tree();
        Set<String> holding =
                tree.isEmpty() ? Set.of() : merchandise.holding(query.shownTo(viewer(buyer)));
        return tree.stream().filter(it -> holding.contains(it.code())).toList();
    }

    /** One that is hidden from him is none, like one that is no longer sold. */
    public Optional<ProductView> product(@Nullable BuyerView buyer, String code) {
        return products.byCode(code)
                .filter(ProductView::active)
                .filter(product -> !visibility.isHidden(viewer(buyer), product.id()));
    }

    /** Those of them that he is shown. */
    public Map<ProductId, ProductView> shown(BuyerView buyer, Collection<ProductId> ids) {
        Set<ProductId> hidden = visibility.hidden(viewer(buyer), ids).keySet();
        return products.products(ids).values().stream()
                .filter(it -> it.active() && !hidden.contains(it.id()))
                .collect(Collectors.toMap(ProductView::id, it -> it));
    }

    /** Of hidden goods, too: a promotion says what it gives. */
    public Map<ProductId, String> names(Collection<ProductId> ids) {
        return products.products(ids).values().stream()
                .collect(Collectors.toMap(ProductView::id, ProductView::name));
    }

    private Viewer viewer(@Nullable BuyerView buyer) {
        return buyer == null
                ? Viewer.GUEST
                : customers.customer(buyer.company()).map(CustomerView::viewer).orElseThrow();
    }
}
