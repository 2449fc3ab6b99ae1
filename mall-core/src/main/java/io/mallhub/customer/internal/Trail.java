package io.mallhub.customer.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.shared.Actor;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What this context leaves in the audit log. */
@Component
class Trail {
    static final String APPLICATION = "application";

    private final AuditLog audit;

    Trail(AuditLog audit) {
        this.audit = audit;
    }

    void of(Application application, String action, String reason, Actor by) {
        of(application, action, reason, by, Map.of());
    }

    void of(
            Application application,
            String action,
            String reason,
            Actor by,
            Map<String, String> details) {
        audit.record(
                new AuditEntry(by, action, APPLICATION, application.number(), reason, details));
    }

    void of(
            Customer customer,
            String action,
            String reason,
            Actor by,
            Map<String, String> details) {
        audit.record(new AuditEntry(by, action, "customer", customer.number(), reason, details));
    }
}
