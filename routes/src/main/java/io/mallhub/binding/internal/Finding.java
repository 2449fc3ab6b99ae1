package io.mallhub.binding.internal;

import io.mallhub.binding.Certification.Outcome;
import io.mallhub.binding.Certification.Reason;

/** What one check of a certification came to. */
record Finding(Outcome outcome, Reason reason, String detail) {
    static final Finding PASSED = new Finding(Outcome.PASSED, Reason.NONE, "");

    static Finding passed(String detail) {
        return new Finding(Outcome.PASSED, Reason.NONE, detail);
    }

    static Finding failed(Reason reason, String detail) {
        return new Finding(Outcome.FAILED, reason, detail);
    }

    static Finding notApplicable(Reason reason) {
        return notApplicable(reason, "");
    }

    static Finding notApplicable(Reason reason, String detail) {
        return new Finding(Outcome.NOT_APPLICABLE, reason, detail);
    }
}
