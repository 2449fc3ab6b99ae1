package io.mallhub.coupon;

/** Where a coupon is. */
public enum CouponState {
    /** Nothing uses it; whether it may be used yet, its validity says. */
    FREE,
    /** An order that is not taken yet keeps it. */
    HELD,
    USED,
    EXPIRED
}
