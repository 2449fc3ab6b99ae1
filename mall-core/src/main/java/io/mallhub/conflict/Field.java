package io.mallhub.conflict;

import java.util.Arrays;
import java.util.List;

/** Fields that both the mall and an ERP may set. */
public enum Field {
    PRODUCT_NAME(Kind.PRODUCT, "name", FieldOwner.ERP),
    PRODUCT_DOSAGE_FORM(Kind.PRODUCT, "dosageForm", FieldOwner.ERP),
    PRODUCT_STRENGTH(Kind.PRODUCT, "strength", FieldOwner.ERP),

    /** Set by the catalogue desk or by the ERP; it decides who may buy the product. */
    PRODUCT_CATEGORY(Kind.PRODUCT, "category", FieldOwner.ASK),

    /** As on the licence that was reviewed in the mall, or as the ERP writes it. */
    CUSTOMER_NAME(Kind.CUSTOMER, "name", FieldOwner.ASK),
    CUSTOMER_ADDRESS(Kind.CUSTOMER, "address", FieldOwner.ERP),
    CUSTOMER_CONTACT(Kind.CUSTOMER, "contact", FieldOwner.ERP),
    CUSTOMER_PHONE(Kind.CUSTOMER, "phone", FieldOwner.ERP);

    /** Of what. */
    public enum Kind {
        PRODUCT,
        CUSTOMER
    }

    private final Kind kind;
    private final String key;
    private final FieldOwner usualOwner;

    Field(Kind kind, String key, FieldOwner usualOwner) {
        this.kind = kind;
        this.key = key;
        this.usualOwner = usualOwner;
    }

    public Kind kind() {
        return kind;
    }

    /** The field's name in a canonical record. */
    public String key() {
        return key;
    }

    /** Who owns it where nobody has decided on it. */
    public FieldOwner usualOwner() {
        return usualOwner;
    }

    public static List<Field> of(Kind kind) {
        return Arrays.stream(values()).filter(field -> field.kind == kind).toList();
    }
}
