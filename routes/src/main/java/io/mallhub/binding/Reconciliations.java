package io.mallhub.binding;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Full comparisons of what an ERP has with what the mall has: they find what no cursor can, namely
 * deletions, late commits and what was lost with a restored database.
 */
public interface Reconciliations {
    /** The one that is under way, if there is one; otherwise a new one that begins soon. */
    long start(String connection, Entity entity, Actor by);

    /** Newest first. */
    Page<Run> runs(PageRequest page);

    Optional<Run> run(long id);

    /**
     * @param kind null = all
     */
    Page<Difference> differences(long run, @Nullable Kind kind, boolean openOnly, PageRequest page);

    Optional<Difference> difference(long id);

    /**
     * Makes both sides say the same of one record. Asks the ERP, so no transaction may be open; the
     * same again is done once.
     */
    Outcome repair(long difference, Repair how, Actor by);

    enum State {
        /** The ERP's list is read page by page. */
        LISTING,
        /** What the ERP did not list is looked for. */
        SWEEPING,
        DONE,
        /** So much was missing that it is no list of what the ERP has: nothing is said of it. */
        NOT_BELIEVED
    }

    enum Kind {
        /** A flow has it in hand: it waits to go out, or the ERP changed it a moment ago. */
        IN_FLIGHT,
        /** Changed in the mall, and on no way to the ERP. */
        LOST,
        /** Changed in the ERP behind the back of the flow that reads it. */
        CHANGED,
        /** The ERP had it and has it no more. */
        DELETED,
        /** The ERP has it and the mall does not. */
        UNKNOWN
    }

    enum Repair {
        APPLY_ERP,
        SEND_OURS,
        ASK
    }

    sealed interface Outcome {
        record Done() implements Outcome {}

        /** In words for a person. */
        record NotPossible(String why) implements Outcome {}
    }

    /**
     * @param compared records the ERP has listed so far
     * @param found differences by kind; those without any are missing
     * @param detail why it waits or was not believed
     */
    record Run(
            long id,
            String connection,
            Entity entity,
            State state,
            long compared,
            Map<Kind, Long> found,
            long open,
            String startedBy,
            Instant startedAt,
            @Nullable Instant finishedAt,
            String detail) {}

    /**
     * @param key the ERP's
     * @param mallId null where the mall does not know it
     */
    record Difference(
            long id,
            long run,
            String connection,
            Entity entity,
            String key,
            @Nullable String mallId,
            Kind kind,
            String title,
            String mallValue,
            String erpValue,
            @Nullable String payload,
            @Nullable Repair repair,
            @Nullable String repairedBy,
            @Nullable Instant repairedAt) {
        /**
         * What may be tried, in the order of {@link Repair}. Of what the ERP deleted: a product is
         * stopped and an order void here, a customer is created there again with his next order.
         */
        public Set<Repair> repairs() {
            if (repair != null) {
                return Set.of();
            }
            boolean isShared = entity == Entity.PRODUCT || entity == Entity.CUSTOMER;
            return switch (kind) {
                case UNKNOWN -> EnumSet.of(Repair.APPLY_ERP);
                case DELETED ->
                        EnumSet.of(entity == Entity.CUSTOMER ? Repair.SEND_OURS : Repair.APPLY_ERP);
                case IN_FLIGHT, LOST, CHANGED ->
                        isShared ? EnumSet.allOf(Repair.class) : EnumSet.of(Repair.APPLY_ERP);
            };
        }
    }
}
