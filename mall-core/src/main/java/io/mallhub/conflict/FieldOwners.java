package io.mallhub.conflict;

import io.mallhub.shared.Actor;
import java.util.Map;

/** Who owns which field of what a connection brings. */
public interface FieldOwners {
    /** Every field; those nobody has decided on have their {@link Field#usualOwner}. */
    Map<Field, FieldOwner> of(String connection);

    /** Holds for what comes in from now on; conflicts that are open stay open. */
    void change(String connection, Field field, FieldOwner owner, Actor by);
}
