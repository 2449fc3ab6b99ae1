package io.mallhub.customer.internal;

import io.mallhub.conflict.Field;
import io.mallhub.customer.Company;

/** The fields of a company that an ERP may set too, by name. */
final class CompanyFields {
    private CompanyFields() {}

    static String get(Company company, Field field) {
        return switch (field) {
            case CUSTOMER_NAME -> company.name();
            case CUSTOMER_ADDRESS -> company.address();
            case CUSTOMER_CONTACT -> company.contact();
            case CUSTOMER_PHONE -> company.phone();
            default -> throw new IllegalArgumentException(field + " is not of a company");
        };
    }

    static Company with(Company c, Field field, String value) {
        return new Company(
                field == Field.CUSTOMER_NAME ? value : c.name(),
                c.type(),
                c.uscc(),
                c.region(),
                field == Field.CUSTOMER_ADDRESS ? value : c.address(),
                field == Field.CUSTOMER_CONTACT ? value : c.contact(),
                field == Field.CUSTOMER_PHONE ? value : c.phone(),
                c.invoiceTitle(),
                c.salesperson());
    }
}
