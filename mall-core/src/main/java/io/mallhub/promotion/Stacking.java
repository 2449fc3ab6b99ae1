package io.mallhub.promotion;

import java.util.Comparator;

/**
 * How a rule gets on with others on the same line. Rules take their turn by priority, the smallest
 * first; of the same priority exclusive ones come first, then by code.
 *
 * @param group the rules of which only one takes a line; empty unless {@link Mode#ONE_OF_GROUP}
 */
public record Stacking(Mode mode, int priority, String group) {
    /** In the order of turns within one priority. */
    public enum Mode {
        /** Takes only lines no rule has taken, and leaves them to no other. */
        EXCLUSIVE,
        /** Takes only lines that no rule of its group has taken. */
        ONE_OF_GROUP,
        /** Takes whatever no exclusive rule has taken. */
        COMBINABLE
    }

    /** The turns of rules, whatever the order they were given in. */
    static final Comparator<Rule> TURNS =
            Comparator.comparingInt((Rule rule) -> rule.stacking().priority())
                    .thenComparing(rule -> rule.stacking().mode())
                    .thenComparing(Rule::code)
                    .thenComparingInt(Rule::version);

    /**
     * @throws IllegalArgumentException when a group is missing, or named where none is
     */
    public Stacking {
        if ((mode == Mode.ONE_OF_GROUP) == group.isBlank()) {
            throw new IllegalArgumentException("A group belongs to one-of-group rules, only");
        }
    }

    public static Stacking exclusive(int priority) {
        return new Stacking(Mode.EXCLUSIVE, priority, "");
    }

    public static Stacking combinable(int priority) {
        return new Stacking(Mode.COMBINABLE, priority, "");
    }

    public static Stacking oneOf(String group, int priority) {
        return new Stacking(Mode.ONE_OF_GROUP, priority, group);
    }
}
