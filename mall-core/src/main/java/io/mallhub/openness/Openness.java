package io.mallhub.openness;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;

/** How open the mall is, as data: the newest version counts from the moment it is kept. */
public interface Openness {
    /** What holds now. One row by its primary key: cheap enough for every request of a guest. */
    Doors doors();

    /** Audited. */
    ChangeOutcome change(ChangeDoors command);

    /** Every version, newest first. */
    Page<DoorsVersion> history(PageRequest page);

    /**
     * @param version 0 while nobody has changed anything
     */
    record Doors(long version, GuestAccess guests, RegistrationAccess registration) {
        public boolean guestsSeeTheCatalogue() {
            return guests == GuestAccess.CATALOGUE;
        }

        public boolean isByInvitationOnly() {
            return registration == RegistrationAccess.INVITED;
        }

        /** To companies whose application is not approved. */
        public boolean applicantsAreToldPrices() {
            return registration != RegistrationAccess.REVIEWED;
        }
    }

    record DoorsVersion(Doors doors, String reason, String by, Instant at) {}

    /**
     * @param doors with the version that the person had in view
     */
    record ChangeDoors(Doors doors, String reason, Actor by) {}

    sealed interface ChangeOutcome {
        record Changed(Doors doors) implements ChangeOutcome {}

        /**
         * @param why message key: openness.not-staff, openness.reason-missing,
         *     openness.reason-too-long, openness.unchanged, openness.changed-meanwhile
         */
        record Refused(String why) implements ChangeOutcome {}
    }
}
