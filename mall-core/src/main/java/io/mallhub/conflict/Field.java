package io.mallhub.conflict;

/** Fields that both the mall and an ERP may set. */
public enum Field {
    /** Set by the catalogue desk or by the ERP; it decides who may buy the product. */
    PRODUCT_CATEGORY,

    /** As on the licence that was reviewed in the mall, or as the ERP writes it. */
    CUSTOMER_NAME
}
