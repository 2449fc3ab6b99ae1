package io.mallhub.customer.internal;

import io.mallhub.conflict.Conflicts;
import io.mallhub.conflict.Disagreement;
import io.mallhub.conflict.Field;
import io.mallhub.customer.Company;
import io.mallhub.customer.CustomerState;
import io.mallhub.customer.Customers.ApplyErpCustomer;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the ERP writes otherwise than the mall. A name that was reviewed on a licence is not
 * overwritten unasked: invoices and the licence gate stand on it.
 */
@Component
class CompanyDisputes {
    private final Conflicts conflicts;

    CompanyDisputes(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    /** The company as it holds after this record. */
    Company holding(Customer customer, ApplyErpCustomer record) {
        Company company = customer.company();
        for (Field field : Field.of(Field.Kind.CUSTOMER)) {
            company = CompanyFields.with(company, field, holding(customer, record, field));
        }
        return company;
    }

    private String holding(Customer customer, ApplyErpCustomer record, Field field) {
        String mall = CompanyFields.get(customer.company(), field);
        String erp = said(record, field);
        String known = record.known().get(field);
        String subject = customer.id().toString();
        if (erp.isBlank() && (field == Field.CUSTOMER_NAME || known == null || known.isBlank())) {
            return mall; // an empty cell that was never filled is no news
        }
        if (same(field, mall, erp)) {
            conflicts.agreed(record.connection(), field, List.of(subject));
            return mall;
        }
        boolean reviewed = field == Field.CUSTOMER_NAME && isReviewed(customer);
        if (field == Field.CUSTOMER_NAME && !reviewed && known == null) {
            return erp;
        }
        Disagreement found =
                new Disagreement(
                        subject,
                        customer.number() + " " + customer.company().name(),
                        mall,
                        erp,
                        known(field, known, mall, erp),
                        reviewed,
                        record.changedAt());
        return conflicts.judge(record.connection(), field, List.of(found)).contains(subject)
                ? erp
                : mall;
    }

    /** In the words of the side that still says so. */
    private static @Nullable String known(
            Field field, @Nullable String known, String mall, String erp) {
        if (known == null) {
            return null;
        }
        return same(field, known, erp) ? erp : same(field, known, mall) ? mall : known;
    }

    private static String said(ApplyErpCustomer record, Field field) {
        String text =
                switch (field) {
                    case CUSTOMER_NAME -> record.name();
                    case CUSTOMER_ADDRESS -> record.address();
                    case CUSTOMER_CONTACT -> record.contact();
                    case CUSTOMER_PHONE -> record.phone();
                    default -> throw new IllegalArgumentException(field + " is not of a company");
                };
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static boolean isReviewed(Customer customer) {
        return customer.state() == CustomerState.ACTIVE || customer.state() == CustomerState.LOCKED;
    }

    private static boolean same(Field field, String one, String other) {
        return field == Field.CUSTOMER_NAME
                ? plain(one).equals(plain(other))
                : one.strip().equals(other.strip());
    }

    /** Full width, brackets and blanks are no difference. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
