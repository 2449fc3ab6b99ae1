package io.mallhub.recall.internal;

import io.mallhub.order.OrderShipped;
import io.mallhub.order.ShippedBatches;
import io.mallhub.order.ShippedBatches.Goods;
import io.mallhub.order.ShippedBatches.Receiver;
import io.mallhub.recall.internal.RecallRows.Recall;
import io.mallhub.shared.ProductId;
import io.mallhub.stock.BatchLocks;
import io.mallhub.stock.BatchLocks.Batch;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A delivery happened in the ERP whether its batch is locked here or not: it is recorded, and its
 * buyer belongs to the recall from then on. Runs in the transaction of the delivery.
 */
@Component
class DeliveriesOfLockedBatches {
    private final ShippedBatches shipped;
    private final BatchLocks locks;
    private final BatchTurns turns;
    private final RecallRows recalls;
    private final RecallNotices notices;
    private final Clock clock;

    DeliveriesOfLockedBatches(
            ShippedBatches shipped,
            BatchLocks locks,
            BatchTurns turns,
            RecallRows recalls,
            RecallNotices notices,
            Clock clock) {
        this.shipped = shipped;
        this.locks = locks;
        this.turns = turns;
        this.recalls = recalls;
        this.notices = notices;
        this.clock = clock;
    }

    @EventListener
    void on(OrderShipped event) {
        Set<Batch> delivered =
                event.goods().stream()
                        .map(DeliveriesOfLockedBatches::batch)
                        .collect(Collectors.toSet());
        turns.delivering(delivered);
        List<ProductId> products = delivered.stream().map(Batch::product).distinct().toList();
        Set<Batch> locked = locks.locked(products);
        delivered.stream()
                .filter(locked::contains)
                .forEach(
                        batch ->
                                recalls.newest(batch)
                                        .ifPresent(recall -> add(recall, batch, event)));
    }

    private void add(Recall recall, Batch batch, OrderShipped event) {
        Receiver buyer =
                shipped.receivers(batch.product(), batch.number()).stream()
                        .filter(it -> isOf(it, event))
                        .findFirst()
                        .orElseThrow();
        Instant now = clock.instant();
        notices.due(
                recall.number(),
                buyer.customer(),
                buyer.name(),
                recall.recallClass().noticeDue(now));
        notices.notifyDue(recall, now);
        notices.tellShippedThough(recall, event.number(), event.erpDeliveryNumber(), buyer);
    }

    private static boolean isOf(Receiver receiver, OrderShipped event) {
        return receiver.deliveries().stream()
                .anyMatch(
                        it ->
                                it.orderNumber().equals(event.number())
                                        && it.number().equals(event.erpDeliveryNumber()));
    }

    private static Batch batch(Goods goods) {
        return new Batch(goods.product(), goods.batch());
    }
}
