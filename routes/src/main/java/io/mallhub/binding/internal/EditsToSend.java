package io.mallhub.binding.internal;

import io.mallhub.binding.Entity;
import io.mallhub.binding.MallChanges;
import io.mallhub.conflict.Field;
import io.mallhub.conflict.FieldEdited;
import io.mallhub.conflict.MallPrevailed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Marks what was changed in the mall inside the transaction of the change: there is no edit that
 * nobody knows of, and no mark of an edit that was rolled back.
 */
@Component
class EditsToSend {
    private final MallChanges changes;

    EditsToSend(MallChanges changes) {
        this.changes = changes;
    }

    @EventListener
    void on(FieldEdited edited) {
        changes.mark(entity(edited.field()), edited.subjects());
    }

    @EventListener
    void on(MallPrevailed prevailed) {
        changes.mark(prevailed.connection(), entity(prevailed.field()), prevailed.subjects());
    }

    private static Entity entity(Field field) {
        return switch (field.kind()) {
            case PRODUCT -> Entity.PRODUCT;
            case CUSTOMER -> Entity.CUSTOMER;
        };
    }
}
