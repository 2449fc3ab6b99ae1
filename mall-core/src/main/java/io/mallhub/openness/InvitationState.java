package io.mallhub.openness;

public enum InvitationState {
    OPEN,
    USED,
    EXPIRED,
    REVOKED
}
