package io.mallhub.catalog.internal;

import io.mallhub.conflict.DisputedValues;
import io.mallhub.conflict.Field;
import io.mallhub.shared.Actor;
import io.mallhub.shared.ProductId;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The ERP's text of a product, chosen by a person over the desk's. */
@Component
class DisputedTexts implements DisputedValues {
    private final TextWrites writes;

    DisputedTexts(TextWrites writes) {
        this.writes = writes;
    }

    @Override
    public Set<Field> fields() {
        return EnumSet.copyOf(TextDisputes.TEXTS);
    }

    @Override
    public void takeErpValue(Field field, String subject, String value, Actor by) {
        writes.change(ProductId.of(subject), texts -> texts.with(field, value), by);
    }
}
