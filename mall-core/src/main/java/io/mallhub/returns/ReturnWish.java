package io.mallhub.returns;

/** What the buyer wants for the goods. EXCHANGE: the credit, and a new order of the same goods. */
public enum ReturnWish {
    REFUND,
    EXCHANGE
}
