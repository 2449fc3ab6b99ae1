package io.mallhub.identity;

/**
 * What a user of a buyer company may do for it. ORDER includes the cart; MANAGE the company's users
 * and documents.
 */
public enum BuyerRight {
    ORDER,
    FINANCE,
    MANAGE
}
