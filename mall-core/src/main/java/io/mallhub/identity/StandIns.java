package io.mallhub.identity;

import io.mallhub.shared.Actor;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Four eyes through delegation (X3). Contexts that decide ask whose eyes look, before; and say what
 * was decided, after. Both join the caller's transaction.
 */
public interface StandIns {
    /**
     * Who acts in a role of his own stands in for nobody. Otherwise it is for everybody who gave
     * him one of these roles for now. The delegations cannot be revoked before the caller's
     * transaction ends.
     *
     * @param fitting the roles whose task it is
     */
    Eyes eyes(Actor person, Set<Role> fitting);

    /** Keeps that the principals count as having decided, if there are any. */
    void decided(Eyes eyes, String subjectType, String subject, String part, boolean agreed);

    /** What was decided so far counts no more: the subject is another one now. */
    void withdraw(String subjectType, String subject);

    /** Oldest first, those withdrawn too. */
    List<StoodIn> of(String subjectType, String subject);

    /**
     * Whether one of these eyes did that part: in person, or as the one somebody stood in for.
     *
     * @param login who did it in person
     */
    default boolean didBefore(
            Eyes eyes, @Nullable String login, String subjectType, String subject, String part) {
        return eyes.includeStaff(login) || eyes.haveDecided(of(subjectType, subject), part::equals);
    }
}
