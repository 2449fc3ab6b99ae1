package io.mallhub.customer.internal;

import io.mallhub.conflict.Conflicts;
import io.mallhub.conflict.Disagreement;
import io.mallhub.conflict.Field;
import io.mallhub.customer.CustomerState;
import io.mallhub.customer.Customers.ApplyErpCustomer;
import java.text.Normalizer;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Company names that the ERP writes otherwise than the mall. A name that was reviewed on a licence
 * is not overwritten unasked: invoices and the licence gate stand on it.
 */
@Component
class NameDisputes {
    private final Conflicts conflicts;

    NameDisputes(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    /** The name that holds after this record. */
    String holding(Customer customer, ApplyErpCustomer record) {
        String mall = customer.company().name();
        if (record.name().isBlank()) {
            return mall;
        }
        if (!isReviewed(customer)) {
            return record.name();
        }
        String subject = customer.id().toString();
        if (plain(mall).equals(plain(record.name()))) {
            conflicts.agreed(record.connection(), Field.CUSTOMER_NAME, List.of(subject));
            return mall;
        }
        Disagreement names =
                new Disagreement(subject, customer.number() + " " + mall, mall, record.name());
        return conflicts
                        .judge(record.connection(), Field.CUSTOMER_NAME, List.of(names))
                        .contains(subject)
                ? record.name()
                : mall;
    }

    private static boolean isReviewed(Customer customer) {
        return customer.state() == CustomerState.ACTIVE || customer.state() == CustomerState.LOCKED;
    }

    /** Full width, brackets and blanks are no difference. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
