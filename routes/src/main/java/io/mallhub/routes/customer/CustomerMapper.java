package io.mallhub.routes.customer;

import io.mallhub.conflict.Field;
import io.mallhub.connectors.canonical.ErpCustomer;
import io.mallhub.customer.Company;
import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers.ApplyErpCustomer;
import io.mallhub.customer.DocumentType;
import io.mallhub.customer.DocumentView;
import io.mallhub.routes.state.Snapshot;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Map;
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

    /** With these instead of its own. */
    static ErpCustomer with(ErpCustomer c, Map<Field, String> fields) {
        return new ErpCustomer(
                c.code(),
                c.reference(),
                fields.getOrDefault(Field.CUSTOMER_NAME, c.name()),
                c.uscc(),
                fields.getOrDefault(Field.CUSTOMER_ADDRESS, c.address()),
                fields.getOrDefault(Field.CUSTOMER_CONTACT, c.contact()),
                fields.getOrDefault(Field.CUSTOMER_PHONE, c.phone()),
                c.licenceNumber(),
                c.active(),
                c.changedAt(),
                c.version());
    }

    private static String licence(CustomerView customer) {
        return customer.documents().stream()
                .filter(DocumentView::current)
                .filter(document -> LICENCES.contains(document.data().type()))
                .map(document -> document.data().number())
                .findFirst()
                .orElse("");
    }

    static ApplyErpCustomer toCommand(String connection, ErpCustomer c, Map<Field, String> known) {
        return new ApplyErpCustomer(
                connection,
                c.code(),
                c.reference(),
                c.name(),
                c.uscc(),
                c.address(),
                c.contact(),
                c.phone(),
                known,
                c.changedAt());
    }

    /** What the mall says in the fields both sides may set. */
    static Map<Field, String> shared(Company company) {
        return Map.of(
                Field.CUSTOMER_NAME, company.name(),
                Field.CUSTOMER_ADDRESS, company.address(),
                Field.CUSTOMER_CONTACT, company.contact(),
                Field.CUSTOMER_PHONE, company.phone());
    }

    static Snapshot snapshot(ErpCustomer c) {
        return Snapshot.of(
                c.code(),
                Map.of(
                        Field.CUSTOMER_NAME, c.name().strip(),
                        Field.CUSTOMER_ADDRESS, c.address().strip(),
                        Field.CUSTOMER_CONTACT, c.contact().strip(),
                        Field.CUSTOMER_PHONE, c.phone().strip()),
                new Rest(c.uscc().strip(), c.active()),
                c.version(),
                c.changedAt());
    }

    /** What the ERP alone says of a customer. */
    private record Rest(String uscc, boolean active) {}

    /** Full width, brackets and blanks are no difference in a name. */
    static String plain(Field field, String value) {
        return field == Field.CUSTOMER_NAME
                ? Normalizer.normalize(value, Normalizer.Form.NFKC).replaceAll("\\s", "")
                : value.strip();
    }
}
