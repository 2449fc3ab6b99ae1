package io.mallhub.recall.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.catalog.ProductView;
import io.mallhub.catalog.Products;
import io.mallhub.identity.Eyes;
import io.mallhub.order.ShippedBatches;
import io.mallhub.recall.BatchRecalled;
import io.mallhub.recall.OpenRecall;
import io.mallhub.recall.RecallRow;
import io.mallhub.recall.RecallState;
import io.mallhub.recall.RecallView;
import io.mallhub.recall.Recalls;
import io.mallhub.recall.internal.RecallRows.Recall;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.RetriedTransaction;
import io.mallhub.stock.BatchLocks;
import io.mallhub.stock.BatchLocks.Batch;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RetriedTransaction
class RecallDesk implements Recalls {
    private final RecallRows rows;
    private final RecallNotices notices;
    private final RecallViews views;
    private final RecallEyes eyes;
    private final KnownBatches known;
    private final BatchTurns turns;
    private final BatchLocks locks;
    private final ShippedBatches shipped;
    private final Products products;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecallDesk(
            RecallRows rows,
            RecallNotices notices,
            RecallViews views,
            RecallEyes eyes,
            KnownBatches known,
            BatchTurns turns,
            BatchLocks locks,
            ShippedBatches shipped,
            Products products,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.notices = notices;
        this.views = views;
        this.eyes = eyes;
        this.known = known;
        this.turns = turns;
        this.locks = locks;
        this.shipped = shipped;
        this.products = products;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public OpenOutcome open(OpenRecall command) {
        String number = command.batch().strip();
        if (number.isEmpty()) {
            return new OpenOutcome.Refused("recall.batch-missing", "");
        }
        if (command.reason().isBlank()) {
            return new OpenOutcome.Refused("recall.reason-missing", "");
        }
        if (command.by().kind() != Actor.Kind.STAFF) {
            return new OpenOutcome.Refused("recall.not-staff", "");
        }
        Optional<ProductView> product = products.product(command.product());
        if (product.isEmpty()) {
            return new OpenOutcome.Refused("recall.unknown-product", "");
        }
        Batch batch = new Batch(command.product(), number);
        turns.deciding(batch);
        Optional<String> otherwise = known.otherwise(batch);
        if (otherwise.isPresent()) {
            return new OpenOutcome.Refused("recall.batch-differs", otherwise.get());
        }
        Optional<Recall> already = rows.open(batch);
        if (already.isPresent()) {
            return new OpenOutcome.Refused("recall.open-already", already.get().number());
        }
        if (!command.evenIfUnknown() && known.reach(batch).isNothing()) {
            return new OpenOutcome.Refused("recall.batch-unknown", number);
        }
        return open(command, batch, product.get());
    }

    @Override
    @Transactional(readOnly = true)
    public Reach reach(ProductId product, String batch) {
        return known.reach(new Batch(product, batch.strip()));
    }

    private OpenOutcome open(OpenRecall command, Batch batch, ProductView product) {
        Instant now = clock.instant();
        Eyes opener = eyes.of(RecallEyes.OPEN, command.by());
        locks.lock(batch.product(), batch.number(), command.reason().strip(), command.by());
        turns.opening(batch);
        String number = rows.add(command, batch.number(), product, now);
        Recall recall = rows.find(number).orElseThrow();
        List<ShippedBatches.Receiver> buyers = shipped.receivers(batch.product(), batch.number());
        buyers.forEach(it -> notices.due(number, it.customer(), it.name(), recall.noticeDue()));
        notices.notifyDue(recall, now);
        notices.tellWarehouse(recall);
        eyes.done(number, RecallEyes.OPEN, opener);
        audit.record(
                new AuditEntry(
                        command.by(),
                        "open-recall",
                        RecallEyes.RECALL,
                        number,
                        recall.reason(),
                        opener.details(
                                Map.of(
                                        "product", recall.code(),
                                        "batch", recall.batch(),
                                        "class", recall.recallClass().name(),
                                        "buyers", String.valueOf(buyers.size()),
                                        "evenIfUnknown",
                                                String.valueOf(command.evenIfUnknown())))));
        events.publishEvent(
                new BatchRecalled(
                        number,
                        recall.product(),
                        recall.code(),
                        recall.name(),
                        recall.batch(),
                        recall.recallClass()));
        return new OpenOutcome.Opened(number, buyers.size());
    }

    @Override
    public int remind(String number, Actor by) {
        Recall recall = locked(number);
        int told = notices.remind(recall, clock.instant());
        audit.record(
                new AuditEntry(
                        by,
                        "remind-recall",
                        RecallEyes.RECALL,
                        number,
                        "",
                        Map.of("buyers", String.valueOf(told))));
        return told;
    }

    @Override
    public ActOutcome close(String number, String reason, Actor by) {
        Recall recall = locked(number);
        if (reason.isBlank()) {
            return new ActOutcome.Refused("recall.reason-missing");
        }
        if (recall.state() == RecallState.CLOSED) {
            return new ActOutcome.Refused("recall.closed-already");
        }
        return act(
                recall,
                RecallEyes.CLOSE,
                "close-recall",
                reason.strip(),
                by,
                () -> rows.close(number, reason.strip(), by, clock.instant()));
    }

    @Override
    public ActOutcome unlock(String number, String reason, Actor by) {
        Recall recall = locked(number);
        Batch batch = recall.goods();
        turns.deciding(batch);
        if (reason.isBlank()) {
            return new ActOutcome.Refused("recall.reason-missing");
        }
        if (rows.open(batch).isPresent()) {
            return new ActOutcome.Refused("recall.still-open");
        }
        if (!locks.isLocked(batch.product(), batch.number())) {
            return new ActOutcome.Refused("recall.not-locked");
        }
        return act(
                recall,
                RecallEyes.UNLOCK,
                "unlock-batch",
                reason.strip(),
                by,
                () -> {
                    locks.unlock(batch.product(), batch.number(), reason.strip(), by);
                    rows.unlocked(number, reason.strip(), by, clock.instant());
                });
    }

    private ActOutcome act(
            Recall recall, String part, String action, String reason, Actor by, Runnable deed) {
        Eyes pair = eyes.of(part, by);
        Optional<String> objection = eyes.objection(recall, part, pair);
        if (objection.isPresent()) {
            return new ActOutcome.Refused(objection.get());
        }
        deed.run();
        eyes.done(recall.number(), part, pair);
        audit.record(
                new AuditEntry(
                        by,
                        action,
                        RecallEyes.RECALL,
                        recall.number(),
                        reason,
                        pair.details(Map.of("product", recall.code(), "batch", recall.batch()))));
        return new ActOutcome.Done();
    }

    @Override
    public void confirm(CustomerId company, String number, Actor by) {
        if (!notices.confirm(number, company, by, clock.instant())) {
            throw new IllegalArgumentException("No notice of recall " + number);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RecallView> find(String number) {
        return rows.find(number).map(views::view);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<RecallView> findOf(CustomerId company, String number) {
        return rows.find(number).flatMap(it -> views.viewOf(company, it));
    }

    @Override
    @Transactional(readOnly = true)
    public Page<RecallRow> page(RecallQuery query, PageRequest page) {
        return rows.page(query, page);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Live> live(Collection<ProductId> asked) {
        return rows.live(asked);
    }

    private Recall locked(String number) {
        return rows.lock(number)
                .orElseThrow(() -> new IllegalArgumentException("No recall " + number));
    }
}
