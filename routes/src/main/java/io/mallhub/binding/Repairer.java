package io.mallhub.binding;

import io.mallhub.binding.Reconciliations.Difference;
import io.mallhub.binding.Reconciliations.Outcome;
import io.mallhub.binding.Reconciliations.Repair;
import io.mallhub.shared.Actor;

/** Knows how to make both sides say the same of one kind of record. */
public interface Repairer {
    Entity entity();

    /** Outside of any transaction; repeating it does no harm. */
    Outcome repair(Difference difference, Repair how, Actor by);
}
