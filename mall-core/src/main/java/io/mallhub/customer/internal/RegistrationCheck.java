package io.mallhub.customer.internal;

import io.mallhub.customer.CheckFinding;
import io.mallhub.customer.CheckFinding.Result;
import java.util.List;

/**
 * One automatic check. It never rejects: it tells the reviewer what it saw. Says PASSED too, so
 * that the record shows what was looked at.
 */
interface RegistrationCheck {
    /** Kebab-case, as in {@link CheckFinding#check()}. */
    String name();

    List<CheckFinding> look(CaseFile file);

    default CheckFinding found(Result result, String subject, String evidence) {
        return new CheckFinding(name(), subject, result, evidence);
    }
}
