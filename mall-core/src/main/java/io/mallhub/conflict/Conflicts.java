package io.mallhub.conflict;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where mall and ERP disagree about a field that neither owns, a person decides. */
public interface Conflicts {
    /**
     * Judges what a connection brought, in the caller's transaction. What one side alone has
     * changed since both agreed holds; otherwise the field's owner decides. Where that is to be
     * asked, a conflict is opened, or the open one follows the new values; what was decided once
     * between the same two values is not asked again.
     *
     * @return subjects whose ERP value holds; the others keep the mall's
     */
    Set<String> judge(String connection, Field field, Collection<Disagreement> disagreements);

    /** Both sides say the same of these subjects: open conflicts about them end. */
    void agreed(String connection, Field field, Collection<String> subjects);

    /**
     * The mall's values were changed in the mall: open conflicts follow, or end if equal now.
     * Publishes {@link FieldEdited}.
     *
     * @param values by subject
     */
    void mallChanged(Field field, Map<String, String> values);

    /** Fields of the subject about which this connection and the mall are not settled. */
    Set<Field> unsettled(String connection, String subject);

    /**
     * Asks a person about values, whoever owns the field: a comparison has found them and somebody
     * wants it decided.
     */
    void ask(String connection, Field field, Disagreement disagreement);

    Optional<ConflictView> conflict(String number);

    /** Newest first. */
    Page<ConflictView> page(boolean openOnly, PageRequest page);

    /**
     * Records the choice; the same choice again is one. The ERP's value is written to the subject
     * by {@link #apply}, the mall's stands there already.
     *
     * @throws IllegalArgumentException without a reason
     */
    DecisionOutcome decide(DecideConflict command, Actor by);

    /**
     * Makes the decision true. Repeated: nothing happens.
     *
     * @throws IllegalStateException when nothing is decided
     */
    void apply(String number);

    /**
     * @param mallValue as the person saw it
     * @param erpValue as the person saw it
     * @param reason kept as evidence, not blank
     */
    record DecideConflict(
            String number, String mallValue, String erpValue, Side side, String reason) {}

    sealed interface DecisionOutcome {
        record Decided() implements DecisionOutcome {}

        /** A value is another one than the person saw, or the conflict has ended otherwise. */
        record Changed(ConflictView now) implements DecisionOutcome {}
    }
}
