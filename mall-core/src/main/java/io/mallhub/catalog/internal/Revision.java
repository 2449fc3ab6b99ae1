package io.mallhub.catalog.internal;

import io.mallhub.catalog.CleanText;
import io.mallhub.catalog.Products.ReviseOutcome;
import io.mallhub.catalog.Products.ReviseProduct;
import io.mallhub.catalog.internal.KnownProduct.Texts;
import io.mallhub.conflict.Conflicts;
import io.mallhub.conflict.Field;
import io.mallhub.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Texts of a product as a person of the mall sets them. */
@Component
class Revision {
    private static final int LONGEST = 400;

    private final TextWrites writes;
    private final Conflicts conflicts;

    Revision(TextWrites writes, Conflicts conflicts) {
        this.writes = writes;
        this.conflicts = conflicts;
    }

    ReviseOutcome revise(ReviseProduct command, Actor by) {
        Texts wanted =
                new Texts(
                        CleanText.of(command.name()),
                        CleanText.of(command.dosageForm()),
                        CleanText.of(command.strength()));
        if (wanted.name().isEmpty()) {
            return new ReviseOutcome.Refused("product-revision.no-name", command.name());
        }
        for (Field field : TextDisputes.TEXTS) {
            int length = wanted.get(field).length();
            if (length > LONGEST) {
                return new ReviseOutcome.Refused(
                        "product-revision.too-long", length + " > " + LONGEST);
            }
        }
        Texts before = writes.change(command.id(), _ -> wanted, by);
        for (Field field : TextDisputes.TEXTS) {
            if (!before.get(field).equals(wanted.get(field))) {
                conflicts.mallChanged(field, Map.of(command.id().toString(), wanted.get(field)));
            }
        }
        return new ReviseOutcome.Revised();
    }
}
