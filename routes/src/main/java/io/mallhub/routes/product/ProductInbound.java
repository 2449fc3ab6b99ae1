package io.mallhub.routes.product;

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
import io.mallhub.routes.state.Recognition;
import io.mallhub.routes.state.Seen;
import io.mallhub.routes.state.Seen.Fate;
import io.mallhub.routes.state.Snapshot;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.UnitPrice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Products and list prices, a page at a time: a handful of statements, however long the page. */
@Component
class ProductInbound implements Inbound<ErpProduct> {
    private final Products products;
    private final Prices prices;
    private final Recognition recognition;

    ProductInbound(Products products, Prices prices, Recognition recognition) {
        this.products = products;
        this.prices = prices;
        this.recognition = recognition;
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
        List<Seen<ErpProduct>> seen =
                recognition.of(connection, Entity.PRODUCT, records, ProductMapper::snapshot);
        List<Bad> bad = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (Seen<ErpProduct> one : seen) {
            if (one.fate() != Fate.NEWS) {
                continue;
            }
            ErpProduct record = one.record();
            try {
                changed.add(
                        new Changed(
                                record,
                                ProductMapper.toCommand(connection, record, one.known()),
                                ProductMapper.price(record)));
            } catch (IllegalArgumentException e) {
                bad.add(refused(record, String.valueOf(e.getMessage())));
            }
        }
        Set<String> made = new HashSet<>();
        Map<String, String> taken = write(connection, changed, bad, made);
        recognition.keep(
                connection, Entity.PRODUCT, seen, taken, foundOtherwise(seen, taken, made));
        long echoes = seen.stream().filter(one -> one.fate() == Fate.ECHO).count();
        return new Applied(
                taken.size(), records.size() - taken.size() - bad.size() - echoes, echoes, bad);
    }

    /** Of the products that were there before this ERP's were bound: those it writes otherwise. */
    private List<String> foundOtherwise(
            List<Seen<ErpProduct>> seen, Map<String, String> taken, Set<String> made) {
        Map<ProductId, Snapshot> found = new HashMap<>();
        for (Seen<ErpProduct> one : seen) {
            String id = taken.get(one.snapshot().code());
            if (one.link() == null && id != null && !made.contains(id)) {
                found.put(ProductId.of(id), one.snapshot());
            }
        }
        if (found.isEmpty()) {
            return List.of();
        }
        return products.products(found.keySet()).values().stream()
                .filter(
                        product ->
                                !Objects.requireNonNull(found.get(product.id()))
                                        .differing(
                                                ProductMapper.shared(product), ProductMapper::plain)
                                        .isEmpty())
                .map(product -> product.id().toString())
                .toList();
    }

    /**
     * @param made takes the ids of products the mall did not have
     * @return mall ids of what was taken over, by the ERP's key
     */
    private Map<String, String> write(
            String connection, List<Changed> changed, List<Bad> bad, Set<String> made) {
        if (changed.isEmpty()) {
            return Map.of();
        }
        List<ApplyResult> results =
                products.applyFromErp(changed.stream().map(Changed::command).toList());
        Map<String, String> taken = new HashMap<>();
        Map<ProductId, UnitPrice> priced = new HashMap<>();
        for (int i = 0; i < changed.size(); i++) {
            Changed one = changed.get(i);
            switch (results.get(i)) {
                case ApplyResult.Created created -> {
                    made.add(created.id().toString());
                    keep(one, created.id(), taken, priced);
                }
                case ApplyResult.Updated updated -> keep(one, updated.id(), taken, priced);
                case ApplyResult.Unchanged same -> keep(one, same.id(), taken, priced);
                case ApplyResult.Refused refused ->
                        bad.add(refused(one.record, refused.reason() + ": " + refused.detail()));
            }
        }
        prices.applyBasePrices(connection, priced);
        return taken;
    }

    private static void keep(
            Changed one,
            ProductId id,
            Map<String, String> taken,
            Map<ProductId, UnitPrice> priced) {
        taken.put(one.record.code(), id.toString());
        one.price.ifPresent(price -> priced.put(id, price));
    }

    private static Bad refused(ErpProduct record, String reason) {
        return Bad.refused(record.code(), Canonical.json(record), reason);
    }

    private record Changed(ErpProduct record, ApplyErpProduct command, Optional<UnitPrice> price) {}
}
