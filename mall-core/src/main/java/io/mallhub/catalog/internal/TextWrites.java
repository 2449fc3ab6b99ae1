package io.mallhub.catalog.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.internal.KnownProduct.Texts;
import io.mallhub.conflict.Field;
import io.mallhub.shared.Actor;
import io.mallhub.shared.ProductId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Writes texts of one product that a person has decided on. */
@Component
class TextWrites {
    private final ProductReads reads;
    private final ProductWrites writes;
    private final AuditLog audit;
    private final Clock clock;

    TextWrites(ProductReads reads, ProductWrites writes, AuditLog audit, Clock clock) {
        this.reads = reads;
        this.writes = writes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Gives back what was there before. */
    Texts change(ProductId id, UnaryOperator<Texts> change, Actor by) {
        ProductView product =
                reads.byIds(List.of(id)).stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No product " + id));
        KnownProduct known = writes.lockKnown(List.of(product.code())).get(product.code());
        Texts before = Objects.requireNonNull(Objects.requireNonNull(known).texts());
        Texts after = change.apply(before);
        if (!before.equals(after)) {
            writes.revise(product, after, clock.instant());
            audit.record(
                    new AuditEntry(
                            by,
                            "revise-product",
                            "product",
                            product.code(),
                            "",
                            differences(before, after)));
        }
        return before;
    }

    private static Map<String, String> differences(Texts before, Texts after) {
        Map<String, String> changes = new TreeMap<>();
        for (Field field : TextDisputes.TEXTS) {
            if (!before.get(field).equals(after.get(field))) {
                changes.put(field.key(), before.get(field) + " → " + after.get(field));
            }
        }
        return changes;
    }
}
