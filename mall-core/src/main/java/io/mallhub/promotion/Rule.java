package io.mallhub.promotion;

/**
 * One promotion rule. A rule is never changed: what replaces it has the next version.
 *
 * @param code names the rule through all its versions
 * @param name as buyers read it
 */
public record Rule(
        String code,
        int version,
        String name,
        Conditions conditions,
        Benefit benefit,
        Stacking stacking) {
    public Rule {
        if (code.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A rule has a code and a name");
        }
    }
}
