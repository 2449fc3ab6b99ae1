package io.mallhub.audit;

import io.mallhub.shared.Actor;
import java.util.Map;

/**
 * @param action kebab-case verb phrase such as {@code approve-order}; shown through the message
 *     catalogue
 * @param subjectType kind of the thing changed: order, customer, application, product, connection,
 *     staff …
 * @param subject its business number
 * @param reason as given by the person, may be empty
 * @param details what changed, as text; no secrets, no personal ids
 */
public record AuditEntry(
        Actor by,
        String action,
        String subjectType,
        String subject,
        String reason,
        Map<String, String> details) {
    public AuditEntry {
        details = Map.copyOf(details);
    }

    public static AuditEntry of(Actor by, String action, String subjectType, String subject) {
        return new AuditEntry(by, action, subjectType, subject, "", Map.of());
    }
}
