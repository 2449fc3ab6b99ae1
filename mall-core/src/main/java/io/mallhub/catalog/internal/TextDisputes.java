package io.mallhub.catalog.internal;

import io.mallhub.catalog.internal.KnownProduct.Texts;
import io.mallhub.conflict.Conflicts;
import io.mallhub.conflict.Disagreement;
import io.mallhub.conflict.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Texts that the desk and the ERP may both set: what holds of them is what gets written. */
@Component
class TextDisputes {
    static final List<Field> TEXTS =
            List.of(Field.PRODUCT_NAME, Field.PRODUCT_DOSAGE_FORM, Field.PRODUCT_STRENGTH);

    private final Conflicts conflicts;

    TextDisputes(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    /** Before the page is written. */
    void settle(ProductPage page) {
        Map<String, List<CleanProduct>> byConnection = new HashMap<>();
        for (CleanProduct product : page.changed()) {
            if (page.textsOf(product) != null) {
                byConnection
                        .computeIfAbsent(product.connection(), _ -> new ArrayList<>())
                        .add(product);
            }
        }
        byConnection.forEach((connection, products) -> settle(page, connection, products));
    }

    private void settle(ProductPage page, String connection, List<CleanProduct> products) {
        Map<CleanProduct, Texts> holding = new HashMap<>();
        for (Field field : TEXTS) {
            Map<CleanProduct, Disagreement> disagreements = new LinkedHashMap<>();
            List<String> agreed = new ArrayList<>();
            for (CleanProduct product : products) {
                Disagreement found = disagreement(page, product, field);
                if (found == null) {
                    agreed.add(page.idOf(product).toString());
                } else {
                    disagreements.put(product, found);
                }
            }
            conflicts.agreed(connection, field, agreed);
            Set<String> erpHolds =
                    conflicts.judge(connection, field, List.copyOf(disagreements.values()));
            disagreements.forEach(
                    (product, it) -> {
                        if (!erpHolds.contains(it.subject())) {
                            holding.merge(
                                    product,
                                    Texts.of(product).with(field, it.mallValue()),
                                    (texts, _) -> texts.with(field, it.mallValue()));
                        }
                    });
        }
        holding.forEach(page::keep);
    }

    private static @Nullable Disagreement disagreement(
            ProductPage page, CleanProduct product, Field field) {
        Texts mall = page.textsOf(product);
        String erp = Texts.of(product).get(field);
        return mall == null || mall.get(field).equals(erp)
                ? null
                : new Disagreement(
                        page.idOf(product).toString(),
                        product.code() + " " + mall.name(),
                        mall.get(field),
                        erp,
                        page.knownOf(product, field),
                        false,
                        page.changedAt(product));
    }
}
