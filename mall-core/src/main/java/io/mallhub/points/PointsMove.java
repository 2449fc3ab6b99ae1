package io.mallhub.points;

/** What an entry of the ledger of points is about. */
public enum PointsMove {
    /** An order was completed. */
    EARN,
    /** An order was submitted that points pay a part of. */
    HOLD,
    /** That order was taken. */
    USE,
    /** It ended before, or needs fewer. */
    RELEASE,
    /** It ended after, or goods of it came back. */
    GIVE_BACK,
    /** Goods that had earned came back. */
    TAKE_BACK,
    /** Their time was over. */
    EXPIRE,
    /** A coupon was taken for them. */
    EXCHANGE,
    /** The company became a customer; once ever. */
    WELCOME
}
