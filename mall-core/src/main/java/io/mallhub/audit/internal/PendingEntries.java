package io.mallhub.audit.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.RecordedEntry;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Entries of the running transactions, linked into the chain only as their transaction commits. So
 * the head is locked for the last instant of a transaction, not for all of it, and once however
 * many entries it has.
 */
@Component
class PendingEntries {
    private static final Logger LOG = LoggerFactory.getLogger(PendingEntries.class);

    private final EntryTable table;
    private final Chain chain;
    private final EntityManager entities;
    private final Clock clock;

    PendingEntries(EntryTable table, Chain chain, EntityManager entities, Clock clock) {
        this.table = table;
        this.chain = chain;
        this.entities = entities;
        this.clock = clock;
    }

    /** Needs a transaction that may write. */
    void add(AuditEntry entry) {
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("A read-only transaction has nothing to audit");
        }
        OfTransaction mine = (OfTransaction) TransactionSynchronizationManager.getResource(this);
        if (mine == null) {
            mine = new OfTransaction();
            TransactionSynchronizationManager.bindResource(this, mine);
            TransactionSynchronizationManager.registerSynchronization(mine);
        }
        mine.entries.add(entry);
    }

    private void append(List<AuditEntry> entries) {
        // Whatever row locks the caller's changes need are taken before the head's, never after:
        // two transactions would otherwise wait for each other.
        entities.flush();
        Head head = table.lockHead();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<LinkedEntry> linked = new ArrayList<>();
        long sequence = head.sequence();
        String hash = head.hash();
        for (AuditEntry entry : entries) {
            String details = table.write(entry.details());
            hash = chain.link(hash, ++sequence, at, entry, details);
            linked.add(new LinkedEntry(new RecordedEntry(sequence, at, entry, hash), details));
        }
        table.append(linked, new Head(sequence, hash, chain.signature(sequence, hash)));
    }

    private final class OfTransaction implements TransactionSynchronization {
        private final List<AuditEntry> entries = new ArrayList<>();
        private boolean appended;

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            append(entries);
            appended = true;
        }

        /** Spring does not ask a synchronization that came up only during the commit itself. */
        @Override
        public void afterCompletion(int status) {
            if (status == STATUS_COMMITTED && !appended) {
                LOG.error(
                        "Recorded too late in its transaction, not in the audit log: {}", entries);
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PendingEntries.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PendingEntries.this, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResource(PendingEntries.this);
        }
    }
}
