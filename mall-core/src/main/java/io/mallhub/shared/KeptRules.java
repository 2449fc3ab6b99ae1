package io.mallhub.shared;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rules of one kind, kept ready under the mark they were read under. The mark is always older than
 * what is read: rules that change in between are read once more, never kept for longer than until
 * the next look.
 *
 * @param <T> immutable, or safe for many threads
 */
public final class KeptRules<T> {
    private final RuleRevisions revisions;
    private final RuleRevisions.Kind kind;
    private final Supplier<T> read;
    private volatile @Nullable Kept<T> kept;

    public KeptRules(RuleRevisions revisions, RuleRevisions.Kind kind, Supplier<T> read) {
        this.revisions = revisions;
        this.kind = kind;
        this.read = read;
    }

    private record Kept<T>(long revision, T rules) {}

    /** What is known of the rules without asking; false in a transaction that has not looked. */
    public boolean surely(Predicate<T> known) {
        return asSeen().filter(known).isPresent();
    }

    /** Empty in a transaction that has not {@linkplain RuleRevisions#look looked}. */
    public Optional<T> asSeen() {
        OptionalLong seen = revisions.seen(kind);
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        Kept<T> found = kept;
        if (found == null || found.revision() != seen.getAsLong()) {
            found = new Kept<>(seen.getAsLong(), read.get());
            kept = found;
        }
        return Optional.of(found.rules());
    }
}
