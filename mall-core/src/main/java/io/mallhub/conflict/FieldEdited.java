package io.mallhub.conflict;

import java.util.Set;

/**
 * A field was set in the mall; published inside the transaction of the edit, so that what follows
 * from it is there with the edit or not at all.
 */
public record FieldEdited(Field field, Set<String> subjects) {}
