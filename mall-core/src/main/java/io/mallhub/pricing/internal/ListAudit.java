package io.mallhub.pricing.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.pricing.PriceList;
import io.mallhub.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the audit log keeps of price lists. */
@Component
class ListAudit {
    static final String SUBJECT = "price-list";

    private final AuditLog log;

    ListAudit(AuditLog log) {
        this.log = log;
    }

    void record(
            PriceList list, String action, String reason, Actor by, Map<String, String> details) {
        log.record(new AuditEntry(by, action, SUBJECT, list.key().toString(), reason, details));
    }
}
