package io.mallhub.coupon;

/** How a company gets a coupon. */
public enum CouponWay {
    /** It takes one from the coupon centre. */
    CENTRE,
    /** It types a code. */
    CODE,
    /** The desk gives it. */
    PUSH,
    /** It became a customer; once ever. */
    NEWCOMER,
    /** One of its orders was completed; once per order. */
    REPURCHASE
}
