package io.mallhub.conflict;

import io.mallhub.shared.Actor;
import java.util.Set;

/** The context fields belong to: takes over the ERP's value when a person has chosen it. */
public interface DisputedValues {
    Set<Field> fields();

    /**
     * Joins the caller's transaction; taking the same value again changes nothing.
     *
     * @param by who decided
     */
    void takeErpValue(Field field, String subject, String value, Actor by);
}
