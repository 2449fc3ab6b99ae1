package io.mallhub.openness;

import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may register although registration is closed. An invitation is for one e-mail, phone or
 * company, counts once and until a day, and may be revoked until it is used.
 */
public interface Invitations {
    /** Audited, without the code. */
    MakeOutcome make(MakeInvitation command);

    /**
     * Audited.
     *
     * @param onlyOf login whose invitations may be revoked; null for anybody's
     */
    Optional<String> revoke(long id, @Nullable String onlyOf, String reason, Actor by);

    /** Newest first. */
    Page<InvitationView> page(InvitationQuery query, PageRequest page);

    /** For the form that it leads to; empty for a code that no invitation has. */
    Optional<InvitationView> byCode(String code);

    /**
     * Uses the invitation up, in the caller's transaction: of two at once one gets it, and what
     * fails afterwards gives it back.
     */
    RedeemOutcome redeem(String code, Registrant registrant);

    /**
     * @param salesperson login of who will sell to the company that comes with it
     * @param lastDay Asia/Shanghai, included
     */
    record MakeInvitation(
            InviteeKind kind,
            String invitee,
            @Nullable String salesperson,
            LocalDate lastDay,
            String reason,
            Actor by) {}

    sealed interface MakeOutcome {
        /**
         * @param code to be handed to the invited; it cannot be read again
         */
        record Made(InvitationView invitation, String code) implements MakeOutcome {}

        /**
         * @param why message key: invitation.not-staff, invitation.email, invitation.phone,
         *     invitation.company, invitation.day-past, invitation.day-far,
         *     invitation.reason-missing, invitation.reason-too-long
         */
        record Refused(String why) implements MakeOutcome {}
    }

    /**
     * @param madeBy login; null for anybody's
     * @param text part of the invitee
     */
    record InvitationQuery(
            @Nullable InvitationState state, @Nullable String madeBy, @Nullable String text) {}

    /** What an applicant states. */
    record Registrant(String companyName, String uscc, String phone, String login) {}

    sealed interface RedeemOutcome {
        record Redeemed(InvitationView invitation) implements RedeemOutcome {}

        /**
         * @param why message key: invitation.unknown, invitation.used, invitation.expired,
         *     invitation.revoked, invitation.for-another
         */
        record Refused(String why) implements RedeemOutcome {}
    }
}
