package io.mallhub.customer;

/** Kind of buyer; decides which documents are mandatory and what its licence can open. */
public enum CustomerType {
    PHARMACY,
    PHARMACY_CHAIN,
    WHOLESALER,
    HOSPITAL,
    CLINIC
}
