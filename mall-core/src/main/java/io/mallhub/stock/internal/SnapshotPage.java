package io.mallhub.stock.internal;

import io.mallhub.shared.ProductId;
import io.mallhub.stock.Stock.ApplyResult;
import io.mallhub.stock.StockSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides for a page of snapshots which of them are news. An older one never overwrites a newer
 * one; of two with the same time the later told counts, as ERP clocks are coarse.
 */
final class SnapshotPage {
    private final Map<ProductId, StockLevel> latest;
    private final Map<ProductId, StockLevel> toWrite = new HashMap<>();
    private final List<ApplyResult> results = new ArrayList<>();

    SnapshotPage(Map<ProductId, StockLevel> known) {
        latest = new HashMap<>(known);
    }

    void add(StockSnapshot snapshot) {
        StockLevel told = StockLevel.of(snapshot);
        StockLevel known = latest.get(told.product());
        if (known == null) {
            keep(told);
            results.add(ApplyResult.APPLIED);
        } else if (told.asOf().isBefore(known.asOf())) {
            results.add(ApplyResult.OLDER_IGNORED);
        } else if (!told.saysTheSameAs(known)) {
            keep(told);
            results.add(ApplyResult.APPLIED);
        } else {
            if (told.asOf().isAfter(known.asOf())) {
                keep(told); // the newer time ends holds
            }
            results.add(ApplyResult.UNCHANGED);
        }
    }

    private void keep(StockLevel told) {
        latest.put(told.product(), told);
        toWrite.put(told.product(), told);
    }

    Collection<StockLevel> toWrite() {
        return toWrite.values();
    }

    List<ApplyResult> results() {
        return List.copyOf(results);
    }
}
