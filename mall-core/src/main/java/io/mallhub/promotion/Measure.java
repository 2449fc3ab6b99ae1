package io.mallhub.promotion;

/** What a threshold counts. */
public enum Measure {
    /** Money of the rule's goods, as earlier rules left it. */
    AMOUNT,
    /** Base units of the rule's goods. */
    QUANTITY
}
