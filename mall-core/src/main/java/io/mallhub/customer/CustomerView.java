package io.mallhub.customer;

import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param number mall number, {@code C} + 8 digits
 * @param erpNumber number in the ERP, once known
 * @param level price level code, empty for none
 * @param lockReason in words, when LOCKED
 * @param documents current versions
 */
public record CustomerView(
        CustomerId id,
        String number,
        CustomerState state,
        Company company,
        String level,
        @Nullable String erpNumber,
        @Nullable String lockReason,
        List<DocumentView> documents) {
    /** As whom the company looks at the catalogue. */
    public Viewer viewer() {
        return new Viewer(id, level, company.type().name(), company.region());
    }
}
