package io.mallhub.routes.customer;

import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.customer.Company;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers.ApplyErpCustomer;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.DocumentView;
import java.util.EnumSet;
import java.util.Set;

/** Customers between mall and ERP. */
final class CustomerMapper {
    private static final Set<DocumentType> LICENCES =
            EnumSet.of(
                    DocumentType.DRUG_DISTRIBUTION_LICENCE,
                    DocumentType.PRACTICE_LICENCE,
                    DocumentType.CLINIC_FILING);

    private CustomerMapper() {}

    static ErpCustomer toErp(CustomerView customer) {
        Company company = customer.company();
        return new ErpCustomer(
                "",
                customer.number(),
                company.name(),
                company.uscc(),
                company.address(),
                company.contact(),
                company.phone(),
                licence(customer),
                true,
                null);
    }

    private static String licence(CustomerView customer) {
        return customer.documents().stream()
                .filter(DocumentView::current)
                .filter(document -> LICENCES.contains(document.data().type()))
                .map(document -> document.data().number())
                .findFirst()
                .orElse("");
    }

    static ApplyErpCustomer toCommand(String connection, ErpCustomer c) {
        return new ApplyErpCustomer(
                connection, c.code(), c.name(), c.uscc(), c.address(), c.contact(), c.phone());
    }

    /** What both sides hold of a customer: the measure of "unchanged" and "echo". */
    static Content content(ErpCustomer c) {
        return new Content(
                c.name().strip(),
                c.uscc().strip(),
                c.address().strip(),
                c.contact().strip(),
                c.phone().strip(),
                c.active());
    }

    record Content(
            String name,
            String uscc,
            String address,
            String contact,
            String phone,
            boolean active) {}
}
