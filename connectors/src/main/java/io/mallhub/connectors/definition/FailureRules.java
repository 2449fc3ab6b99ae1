package io.mallhub.connectors.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a reply tells success from failure.
 *
 * @param successWhen expression that must hold for a reply to be believed; empty: any that is not a
 *     failure
 * @param failureWhen expression that recognises a refusal, often inside HTTP 200; empty: never
 * @param code expression for the ERP's error code; may be empty
 * @param words expression for its words; may be empty
 * @param kinds first match decides; a failure none matches is a rejection
 * @param statuses meanings of HTTP statuses that differ from the usual ones
 */
public record FailureRules(
        String successWhen,
        String failureWhen,
        String code,
        String words,
        List<Kind> kinds,
        Map<Integer, Meaning> statuses) {
    public FailureRules {
        kinds = List.copyOf(kinds);
        statuses = Map.copyOf(statuses);
    }

    /** What the definition says of a failure; empty when it names none like it. */
    public Optional<Meaning> named(String erpCode, String erpWords) {
        return kinds.stream().filter(k -> k.matches(erpCode, erpWords)).findFirst().map(Kind::is);
    }

    /** What a failure means to the caller. */
    public enum Meaning {
        REJECTED,
        /** The record is another version by now: read it again first. */
        STALE,
        /** Nothing was done; later it may work. */
        UNAVAILABLE,
        CREDENTIALS_REFUSED,
        /** Log in again, once. */
        SESSION_EXPIRED,
        /** The ERP has it already, its number is in the reply: as good as created. */
        ALREADY_CREATED,
        /** An ERP's way to say that a search had no result. */
        NOTHING_FOUND,
        OUTCOME_UNKNOWN
    }

    /**
     * @param codes empty: any
     * @param words null: any
     */
    public record Kind(Set<String> codes, @Nullable Pattern words, Meaning is) {
        boolean matches(String erpCode, String erpWords) {
            return (codes.isEmpty() || codes.contains(erpCode))
                    && (words == null || words.matcher(erpWords).find());
        }
    }
}
