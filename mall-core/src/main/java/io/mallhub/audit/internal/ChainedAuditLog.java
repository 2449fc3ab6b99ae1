package io.mallhub.audit.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.audit.AuditQuery;
import io.mallhub.audit.BrokenLink;
import io.mallhub.audit.RecordedEntry;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ChainedAuditLog implements AuditLog {
    private final PendingEntries pending;
    private final EntryTable table;
    private final ChainWalk walk;

    ChainedAuditLog(PendingEntries pending, EntryTable table, ChainWalk walk) {
        this.pending = pending;
        this.table = table;
        this.walk = walk;
    }

    @Override
    @Transactional
    public void record(AuditEntry entry) {
        pending.add(entry);
    }

    @Override
    @Transactional(readOnly = true)
    public Page<RecordedEntry> page(AuditQuery query, PageRequest page) {
        if (!page.sort().isEmpty()) {
            throw new IllegalArgumentException("The audit log has one order, newest first");
        }
        return table.page(query, page);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<BrokenLink> verify() {
        return walk.firstBroken();
    }
}
