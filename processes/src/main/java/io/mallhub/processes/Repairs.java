package io.mallhub.processes;

import io.mallhub.identity.StaffView;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes of running instances by people, of one or of many at once: shown before, with a reason,
 * in the audit log, with a result for each. A batch goes on in the background, after a restart too,
 * and does no instance twice.
 */
public interface Repairs {
    int MOST = 10_000;

    /** What would happen, in the order asked for; changes nothing. */
    List<Step> preview(List<Long> instances, Repair repair);

    /**
     * Returns at once; instances for which the preview says no become failed items.
     *
     * @param instances at most {@value #MOST}; each once
     * @return number of the batch
     * @throws IllegalArgumentException without reason, without instances or with too many
     */
    long start(List<Long> instances, Repair repair, String reason, StaffView by);

    /** One instance, waited for: a broker that is away leaves it waiting. */
    Item repair(long instance, Repair repair, String reason, StaffView by);

    Optional<Batch> batch(long number);

    /** Newest first. */
    Page<Batch> batches(PageRequest page);

    Page<Item> items(long batch, @Nullable ItemState state, PageRequest page);

    /** Repairs of one instance, newest first. */
    List<Item> of(long instance);

    /** Items that have not begun won't. */
    void stop(long batch, StaffView by);

    /**
     * @param possible whether it would be tried
     * @param words message key: repair.will.&lt;kind&gt; or repair.cannot.&lt;why&gt;
     * @param detail elements, names: value of the message
     */
    record Step(
            long instance, String businessNumber, boolean possible, String words, String detail) {}

    /**
     * @param kind retry, change-variables, resolve, cancel, move-tokens, migrate
     */
    record Batch(
            long number,
            String kind,
            Repair repair,
            String reason,
            String staff,
            Instant at,
            @Nullable String stoppedBy,
            int waiting,
            int done,
            int failed,
            int stopped) {
        public int total() {
            return waiting + done + failed + stopped;
        }

        public boolean finished() {
            return waiting == 0;
        }
    }

    enum ItemState {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        STOPPED
    }

    /**
     * @param outcome message key, or the engine's words
     */
    record Item(
            long id,
            long batch,
            long instance,
            String businessNumber,
            String kind,
            ItemState state,
            @Nullable String outcome,
            int attempts,
            String reason,
            String staff,
            Instant at,
            @Nullable Instant doneAt) {}
}
