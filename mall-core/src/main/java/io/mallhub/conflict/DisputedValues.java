package io.mallhub.conflict;

import io.mallhub.shared.Actor;

/** The context a field belongs to: takes over the ERP's value when a person has chosen it. */
public interface DisputedValues {
    Field field();

    /**
     * Joins the caller's transaction; taking the same value again changes nothing.
     *
     * @param by who decided
     */
    void takeErpValue(String subject, String value, Actor by);
}
