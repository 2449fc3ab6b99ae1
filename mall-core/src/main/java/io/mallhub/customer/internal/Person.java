package io.mallhub.customer.internal;

import io.mallhub.shared.Actor;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** An actor as kept with what he did. */
@Embeddable
record Person(@Enumerated(EnumType.STRING) Actor.Kind kind, String actorId, String name) {
    static Person of(Actor actor) {
        return new Person(actor.kind(), actor.id(), actor.name());
    }

    /** Logins are compared without case. */
    boolean is(Actor actor) {
        return kind == actor.kind() && actorId.equalsIgnoreCase(actor.id());
    }

    boolean isSame(Person other) {
        return kind == other.kind && actorId.equalsIgnoreCase(other.actorId);
    }
}
