package io.mallhub.conflict;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the two sides say.
 *
 * @param subject id of the thing in the mall
 * @param title what people call it
 * @param known what the ERP was last known to have: tells who has changed it since; null where
 *     nobody knows
 * @param reviewed a person answers for the mall's value: it gives way to an ERP only as the owner
 *     says, even if the ERP alone has changed
 * @param erpChangedAt when the ERP's record last changed; null where it does not say
 */
public record Disagreement(
        String subject,
        String title,
        String mallValue,
        String erpValue,
        @Nullable String known,
        boolean reviewed,
        @Nullable Instant erpChangedAt) {
    /** The ERP says what it said before: the mall has moved. */
    public boolean mallAloneMoved() {
        return erpValue.equals(known);
    }

    /** The mall says what the ERP said before. */
    public boolean erpAloneMoved() {
        return !reviewed && mallValue.equals(known);
    }
}
