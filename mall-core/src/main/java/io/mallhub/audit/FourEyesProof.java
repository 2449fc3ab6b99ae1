package io.mallhub.audit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Proves over the whole history that nobody decided on what he had another part in (X3): handed it
 * in, sold to the company then, or decided another step of it; whoever was stood in for counts as
 * having decided. One database query, over the records of every context that needs four eyes.
 */
public interface FourEyesProof {
    /** Reads everything there is: for a person who asks, not for every page. */
    Verdict verify();

    /** Everybody's part in these, oldest first, and what breaks the rule among them. */
    Parts of(Collection<String> subjects);

    /** Of the subjects that were asked for. */
    record Parts(List<Part> parts, List<Breach> breaches) {}

    /**
     * @param part handed-in, salesperson, or the step that was decided
     * @param decides whether it is a decision; of whoever was stood in for, too
     * @param person login, or name of a system part; lower case
     */
    record Part(
            String subjectType,
            String subject,
            String part,
            boolean decides,
            String person,
            Instant at) {}

    /**
     * @param checked decisions by kind of subject
     * @param breaches the first hundred, newest first; empty proves it
     */
    record Verdict(List<Checked> checked, List<Breach> breaches) {}

    record Checked(String subjectType, long decisions) {}

    /**
     * @param decision the step the person decided
     * @param otherPart what else he was: handed-in, salesperson, or another step
     */
    record Breach(
            String subjectType,
            String subject,
            String decision,
            String otherPart,
            String person,
            Instant at) {}
}
