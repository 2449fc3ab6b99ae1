package io.mallhub.recall.internal;

import io.mallhub.order.ShippedBatches;
import io.mallhub.order.ShippedBatches.Receiver;
import io.mallhub.recall.RecallView;
import io.mallhub.recall.internal.RecallRows.Recall;
import io.mallhub.returns.Returns;
import io.mallhub.shared.Actor;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Quantity;
import io.mallhub.stock.BatchLocks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A recall with what its buyers got and gave back, read fresh. */
@Component
class RecallViews {
    private final RecallNotices notices;
    private final ShippedBatches shipped;
    private final Returns returns;
    private final BatchLocks locks;

    RecallViews(RecallNotices notices, ShippedBatches shipped, Returns returns, BatchLocks locks) {
        this.notices = notices;
        this.shipped = shipped;
        this.returns = returns;
        this.locks = locks;
    }

    RecallView view(Recall recall) {
        return view(recall, _ -> true);
    }

    /** Empty for a company that has no notice of it. */
    Optional<RecallView> viewOf(CustomerId company, Recall recall) {
        RecallView own = view(recall, buyer -> buyer.customer().equals(company));
        return own.buyers().isEmpty() ? Optional.empty() : Optional.of(own);
    }

    private RecallView view(Recall recall, Predicate<RecallNotices.Row> shown) {
        Map<CustomerId, Receiver> receivers =
                shipped.receivers(recall.product(), recall.batch()).stream()
                        .collect(Collectors.toMap(Receiver::customer, Function.identity()));
        Map<CustomerId, Quantity> returned = returns.returned(recall.product(), recall.batch());
        List<RecallView.Buyer> buyers =
                notices.of(recall.number()).stream()
                        .filter(shown)
                        .map(it -> buyer(it, receivers, returned))
                        .toList();
        return new RecallView(
                recall.number(),
                recall.product(),
                recall.code(),
                recall.name(),
                recall.unit(),
                recall.batch(),
                recall.recallClass(),
                recall.reason(),
                new RecallView.Act(recall.openedBy(), recall.openedAt(), recall.reason()),
                recall.noticeDue(),
                recall.state(),
                locks.isLocked(recall.product(), recall.batch()),
                act(recall.closedBy(), recall.closedAt(), recall.closingReason()),
                act(recall.unlockedBy(), recall.unlockedAt(), recall.unlockReason()),
                buyers);
    }

    private static RecallView.Buyer buyer(
            RecallNotices.Row notice,
            Map<CustomerId, Receiver> receivers,
            Map<CustomerId, Quantity> returned) {
        Receiver receiver = receivers.get(notice.customer());
        return new RecallView.Buyer(
                notice.customer(),
                notice.name(),
                notice.due(),
                notice.notifiedAt(),
                notice.confirmedAt(),
                notice.confirmedBy(),
                receiver == null ? List.of() : receiver.deliveries(),
                returned.getOrDefault(notice.customer(), Quantity.ZERO));
    }

    private static RecallView.@Nullable Act act(
            @Nullable Actor by, @Nullable Instant at, String reason) {
        return by == null || at == null ? null : new RecallView.Act(by, at, reason);
    }
}
