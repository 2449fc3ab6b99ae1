package io.mallhub.simulator.rest;

import io.mallhub.simulator.inventory.Batch;
import io.mallhub.simulator.inventory.Inventory;
import io.mallhub.simulator.inventory.Stock;
import io.mallhub.simulator.kernel.Now;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock: what is available, net of the ERP's own allocations. */
@RestController
class StockController {

    record StockRow(String wlbm, String kysl, long bbh, long xgsj, List<BatchRow> pc) {}

    record BatchRow(String ph, String yxq, String sl) {

        static BatchRow of(Batch b) {
            return new BatchRow(
                    b.batchNo(),
                    DateTimeFormatter.BASIC_ISO_DATE.format(b.validUntil()),
                    b.quantity().toPlainString());
        }
    }

    private final Inventory inventory;
    private final Now now;

    StockController(Inventory inventory, Now now) {
        this.inventory = inventory;
        this.now = now;
    }

    @GetMapping("/api/stock")
    Answer<Rows<StockRow>> changed(
            @RequestParam @Nullable Long since,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable Integer page) {
        return Rows.of(
                inventory.changedAfter(Fields.point(since, after, limit, page)),
                now.instant(),
                StockController::row);
    }

    private static StockRow row(Stock s) {
        return new StockRow(
                s.material(),
                s.available().toPlainString(),
                s.version(),
                s.modifyTime().toEpochMilli(),
                s.batches().stream().map(BatchRow::of).toList());
    }
}
