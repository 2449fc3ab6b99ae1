package io.mallhub.catalog.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.conflict.DisputedValues;
import io.mallhub.conflict.Field;
import io.mallhub.shared.Actor;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RegulatoryCategory;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ERP's category, chosen by a person over the desk's. */
@Component
class DisputedCategory implements DisputedValues {
    private final ProductReads reads;
    private final Categories categories;
    private final AuditLog audit;
    private final Clock clock;

    DisputedCategory(ProductReads reads, Categories categories, AuditLog audit, Clock clock) {
        this.reads = reads;
        this.categories = categories;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Set<Field> fields() {
        return Set.of(Field.PRODUCT_CATEGORY);
    }

    @Override
    public void takeErpValue(Field field, String subject, String value, Actor by) {
        ProductId id = ProductId.of(subject);
        var before = reads.byIds(List.of(id)).getFirst();
        categories.followErp(Map.of(id, RegulatoryCategory.valueOf(value)), clock.instant());
        audit.record(
                new AuditEntry(
                        by,
                        "categorise-product",
                        "product",
                        before.code(),
                        "",
                        Map.of("from", String.valueOf(before.category()), "to", value)));
    }
}
