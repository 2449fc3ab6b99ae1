package io.mallhub.openness;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invitation as it stands; its code is known to nobody but who made it and who got it.
 *
 * @param invitee as the maker typed it
 * @param salesperson login of who will sell to the company; null when nobody is bound to it
 * @param lastDay Asia/Shanghai, included
 * @param usedBy login of the first user of the company that came with it
 * @param company name of that company as it applied
 */
public record InvitationView(
        long id,
        InvitationState state,
        InviteeKind kind,
        String invitee,
        @Nullable String salesperson,
        LocalDate lastDay,
        String reason,
        String by,
        Instant at,
        @Nullable Instant usedAt,
        @Nullable String usedBy,
        @Nullable String company,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        @Nullable String revokeReason) {}
