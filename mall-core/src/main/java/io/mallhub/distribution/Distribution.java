package io.mallhub.distribution;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Duration;
import java.time.Instant;

/** Whether the mall distributes at all, and how long a click counts: one row with versions. */
public interface Distribution {
    int MOST_DAYS = 90;

    /** Off while nobody has said anything. */
    Terms terms();

    /** Audited; holds for orders from now on. */
    ChangeOutcome change(ChangeTerms command);

    /** Every version, newest first. */
    Page<TermsVersion> history(PageRequest page);

    /**
     * @param version 0 while nobody has changed anything
     * @param enabled switched off, links lead to the mall, count nothing and bring no commission
     * @param windowDays for which a click counts, 1 to {@link #MOST_DAYS}
     */
    record Terms(long version, boolean enabled, int windowDays) {
        public Duration window() {
            return Duration.ofDays(windowDays);
        }
    }

    record TermsVersion(Terms terms, String reason, String by, Instant at) {}

    /**
     * @param terms with the version that the person had in view
     */
    record ChangeTerms(Terms terms, String reason, Actor by) {}

    sealed interface ChangeOutcome {
        record Changed(Terms terms) implements ChangeOutcome {}

        /**
         * @param why message key: distribution.not-staff, distribution.window,
         *     distribution.changed-meanwhile, distribution.unchanged, distribution.reason-missing,
         *     distribution.reason-too-long
         */
        record Refused(String why) implements ChangeOutcome {}
    }
}
