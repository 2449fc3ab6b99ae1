package io.mallhub.routes.product;

import io.mallhub.binding.Bindings;
import io.mallhub.binding.Bindings.Link;
import io.mallhub.binding.Entity;
import io.mallhub.binding.Flow;
import io.mallhub.binding.Quarantine.Bad;
import io.mallhub.catalog.ApplyErpProduct;
import io.mallhub.catalog.Products;
import io.mallhub.catalog.Products.ApplyResult;
import io.mallhub.connectors.Cursor;
import io.mallhub.connectors.ErpClient;
import io.mallhub.connectors.ErpPage;
import io.mallhub.connectors.canonical.ErpProduct;
import io.mallhub.pricing.Prices;
import io.mallhub.routes.inbound.Applied;
import io.mallhub.routes.inbound.Canonical;
import io.mallhub.routes.inbound.Inbound;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.UnitPrice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Products and list prices, a page at a time: a handful of statements, however long the page. */
@Component
class ProductInbound implements Inbound<ErpProduct> {
    private final Products products;
    private final Prices prices;
    private final Bindings bindings;

    ProductInbound(Products products, Prices prices, Bindings bindings) {
        this.products = products;
        this.prices = prices;
        this.bindings = bindings;
    }

    @Override
    public Flow flow() {
        return Flow.PRODUCT_IN;
    }

    @Override
    public Class<ErpProduct> type() {
        return ErpProduct.class;
    }

    @Override
    public String key(ErpProduct record) {
        return record.code();
    }

    @Override
    public ErpPage<ErpProduct> read(ErpClient erp, Cursor from, int limit) {
        return erp.products(from, limit);
    }

    @Override
    public Applied apply(String connection, List<ErpProduct> records) {
        Map<String, Link> known =
                bindings.byErpIds(
                        connection,
                        Entity.PRODUCT,
                        records.stream().map(ErpProduct::code).toList());
        List<Bad> bad = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (ErpProduct record : records) {
            String hash = Canonical.hash(ProductMapper.content(record));
            Link link = known.get(record.code());
            if (link != null && hash.equals(link.erpHash())) {
                continue;
            }
            try {
                changed.add(
                        new Changed(
                                record,
                                hash,
                                ProductMapper.toCommand(connection, record),
                                ProductMapper.price(record)));
            } catch (IllegalArgumentException e) {
                bad.add(refused(record, String.valueOf(e.getMessage())));
            }
        }
        long unchanged = records.size() - changed.size() - bad.size();
        List<Link> links = write(connection, changed, bad);
        return new Applied(links.size(), unchanged, 0, bad);
    }

    private List<Link> write(String connection, List<Changed> changed, List<Bad> bad) {
        if (changed.isEmpty()) {
            return List.of();
        }
        List<ApplyResult> results =
                products.applyFromErp(changed.stream().map(Changed::command).toList());
        List<Link> links = new ArrayList<>();
        Map<ProductId, UnitPrice> priced = new HashMap<>();
        for (int i = 0; i < changed.size(); i++) {
            Changed one = changed.get(i);
            switch (results.get(i)) {
                case ApplyResult.Created created -> keep(one, created.id(), links, priced);
                case ApplyResult.Updated updated -> keep(one, updated.id(), links, priced);
                case ApplyResult.Unchanged same -> keep(one, same.id(), links, priced);
                case ApplyResult.Refused refused ->
                        bad.add(refused(one.record, refused.reason() + ": " + refused.detail()));
            }
        }
        prices.applyBasePrices(connection, priced);
        bindings.link(connection, Entity.PRODUCT, links);
        return links;
    }

    private static void keep(
            Changed one, ProductId id, List<Link> links, Map<ProductId, UnitPrice> priced) {
        links.add(new Link(id.toString(), one.record.code(), one.hash, null));
        one.price.ifPresent(price -> priced.put(id, price));
    }

    private static Bad refused(ErpProduct record, String reason) {
        return Bad.refused(record.code(), Canonical.json(record), reason);
    }

    private record Changed(
            ErpProduct record, String hash, ApplyErpProduct command, Optional<UnitPrice> price) {}
}
