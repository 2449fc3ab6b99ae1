package io.mallhub.identity;

import io.mallhub.shared.Actor;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One pair of eyes at one decision: the person, and whoever he stands in for. What one of them may
 * not decide, none of them may.
 *
 * @param principals whom the person stands in for, empty when he decides in a role of his own
 * @param at when this was found out; the delegations ran then
 */
public record Eyes(Actor person, List<Principal> principals, Instant at) {
    public Eyes {
        principals = List.copyOf(principals);
    }

    /**
     * @param delegation by which the person stands in for him
     */
    public record Principal(UUID delegation, Actor who) {}

    /** Of somebody who stands in for nobody. */
    public static Eyes of(Actor person) {
        return new Eyes(person, List.of(), Instant.EPOCH);
    }

    /** Logins are compared without case. */
    public boolean include(Actor other) {
        return people().anyMatch(one -> isSame(one, other));
    }

    public boolean includeStaff(@Nullable String login) {
        return login != null && include(Actor.staff(login, login));
    }

    /** Whether the rule holds of one of them. */
    public boolean any(Predicate<Actor> rule) {
        return people().anyMatch(rule);
    }

    /** Whether somebody else decided such a part earlier in place of one of them. */
    public boolean haveDecided(List<StoodIn> earlier, Predicate<String> part) {
        return earlier.stream()
                .anyMatch(one -> part.test(one.part()) && includeStaff(one.principalLogin()));
    }

    /** For the audit log: the details, and for whom it was done. */
    public Map<String, String> details(Map<String, String> details) {
        if (principals.isEmpty()) {
            return details;
        }
        Map<String, String> more = new HashMap<>(details);
        more.put(
                "for",
                principals.stream().map(one -> one.who().name()).collect(Collectors.joining(", ")));
        return more;
    }

    private Stream<Actor> people() {
        return Stream.concat(Stream.of(person), principals.stream().map(Principal::who));
    }

    private static boolean isSame(Actor one, Actor other) {
        return one.kind() == other.kind() && one.id().equalsIgnoreCase(other.id());
    }
}
