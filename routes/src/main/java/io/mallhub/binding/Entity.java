package io.mallhub.binding;

/** What is kept in step. */
public enum Entity {
    PRODUCT,
    STOCK,
    CUSTOMER,
    ORDER
}
