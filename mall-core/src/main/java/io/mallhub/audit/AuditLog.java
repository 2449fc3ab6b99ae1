package io.mallhub.audit;

import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.Optional;

/**
 * Append-only record of every change made by a person or a system part; joins the caller's
 * transaction.
 */
public interface AuditLog {
    /** Appends one entry; it exists exactly when the caller's transaction commits. */
    void record(AuditEntry entry);

    /** Newest first. */
    Page<RecordedEntry> page(AuditQuery query, PageRequest page);

    /** Walks the whole chain; the first broken link, or empty when all is as written. */
    Optional<BrokenLink> verify();
}
