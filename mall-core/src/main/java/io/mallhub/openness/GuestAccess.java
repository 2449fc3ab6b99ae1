package io.mallhub.openness;

/** What somebody sees who has not signed in. */
public enum GuestAccess {
    /** The catalogue, without prices and stock. */
    CATALOGUE,
    /** Only the way in. */
    NOTHING
}
