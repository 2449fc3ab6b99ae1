package io.mallhub.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param principal shown name of who gave
 * @param delegate shown name of the colleague
 * @param until last day, a date of the mall
 * @param givenBy shown name
 * @param revokedBy shown name, null while nobody did
 */
public record DelegationView(
        UUID id,
        String principalLogin,
        String principal,
        String delegateLogin,
        String delegate,
        Role role,
        LocalDate from,
        LocalDate until,
        String reason,
        Instant givenAt,
        String givenBy,
        @Nullable Instant revokedAt,
        @Nullable String revokedBy,
        DelegationState state) {
    public boolean isOpen() {
        return state == DelegationState.PLANNED || state == DelegationState.RUNNING;
    }
}
