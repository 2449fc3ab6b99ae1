package io.mallhub.customer;

/** Kinds of qualification documents (domain rules §2). Which are mandatory for whom is data. */
public enum DocumentType {
    BUSINESS_LICENCE,
    DRUG_DISTRIBUTION_LICENCE,
    PRACTICE_LICENCE,
    CLINIC_FILING,
    DEVICE_III_LICENCE,
    DEVICE_II_FILING,
    PURCHASER_AUTHORISATION,
    QUALITY_AGREEMENT,
    INVOICING_DATA
}
