package io.mallhub.shared;

/**
 * The price levels that customers have: asked by rules for a level, in contexts below customers.
 */
public interface CustomerLevels {
    /** Whether any customer has it: a rule for another one would do nothing, unnoticed. */
    boolean isHeld(String level);
}
