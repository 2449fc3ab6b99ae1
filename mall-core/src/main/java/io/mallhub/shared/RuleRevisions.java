package io.mallhub.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Marks that change whenever rules of a kind do, whoever changes them. A transaction that asks many
 * kinds of rules, such as the one that takes an order, looks at all marks at once; to its end the
 * rules it finds {@linkplain KeptRules kept} under these marks hold for it. Other transactions read
 * rules as ever.
 */
@Component
public class RuleRevisions {
    /** All marks, for a trip that brings them along. */
    public static final String ALL = "SELECT kind, revision FROM rule_revision";

    private final JdbcClient jdbc;

    RuleRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What must hold of buyer and seller; who sees what; and so on. */
    public enum Kind {
        SALE,
        VISIBILITY,
        PAYMENT_METHODS,
        FLASH_SALES,
        SHARING,
        PROMOTIONS
    }

    /** A mark of rules of a kind; only equality means something. */
    public record Mark(Kind kind, long revision) {
        /** Of a row of {@link #ALL}. */
        public static Mark of(ResultSet row, int number) throws SQLException {
            return new Mark(Kind.valueOf(row.getString(1)), row.getLong(2));
        }
    }

    /**
     * From here to the end of this transaction.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public void look() {
        look(jdbc.sql(ALL).query(Mark::of).list());
    }

    /** As {@link #look()}, with marks that another trip of this transaction has brought. */
    public void look(List<Mark> marks) {
        Map<Kind, Long> seen = new EnumMap<>(Kind.class);
        marks.forEach(mark -> seen.put(mark.kind(), mark.revision()));
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("Rules are looked at for one transaction");
        }
        if (TransactionSynchronizationManager.unbindResourceIfPossible(this) == null) {
            TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        }
        TransactionSynchronizationManager.bindResource(this, seen);
    }

    /** The mark this transaction has seen; empty when it has not looked. */
    OptionalLong seen(Kind kind) {
        @SuppressWarnings("unchecked")
        Map<Kind, Long> seen =
                (Map<Kind, Long>) TransactionSynchronizationManager.getResource(this);
        Long revision = seen == null ? null : seen.get(kind);
        return revision == null ? OptionalLong.empty() : OptionalLong.of(revision);
    }

    /** What a transaction has seen is for none that runs inside or after it on this thread. */
    private final class Forgetting implements TransactionSynchronization {
        private @Nullable Object aside;

        @Override
        public void suspend() {
            aside = TransactionSynchronizationManager.unbindResourceIfPossible(RuleRevisions.this);
        }

        @Override
        public void resume() {
            if (aside != null) {
                TransactionSynchronizationManager.bindResource(RuleRevisions.this, aside);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(RuleRevisions.this);
        }
    }
}
