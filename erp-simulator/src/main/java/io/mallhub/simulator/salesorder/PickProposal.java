package io.mallhub.simulator.salesorder;

import io.mallhub.simulator.inventory.Batch;
import io.mallhub.simulator.inventory.Inventory;
import io.mallhub.simulator.inventory.Stock;
import io.mallhub.simulator.kernel.Now;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** First expired, first out; expired batches never. Lines of one material share its batches. */
@Component
class PickProposal {

    private final Inventory inventory;
    private final Now now;

    PickProposal(Inventory inventory, Now now) {
        this.inventory = inventory;
        this.now = now;
    }

    List<OrderDesk.Pick> of(SalesOrder order) {
        LocalDate today = now.today();
        Map<String, Stock> stocks = new HashMap<>();
        inventory
                .of(order.openDemand().keySet())
                .forEach(stock -> stocks.put(stock.material(), stock));
        Map<String, BigDecimal> taken = new HashMap<>();
        List<OrderDesk.Pick> picks = new ArrayList<>();
        for (SalesOrder.Line line : order.lines()) {
            BigDecimal open = line.open();
            Stock stock = stocks.get(line.material());
            if (stock == null) {
                continue;
            }
            for (Batch batch : stock.batches()) {
                String key = line.material() + ' ' + batch.batchNo();
                BigDecimal rest =
                        batch.quantity().subtract(taken.getOrDefault(key, BigDecimal.ZERO));
                BigDecimal take = open.min(rest);
                if (take.signum() > 0 && !batch.expiredOn(today)) {
                    picks.add(new OrderDesk.Pick(line.number(), batch.batchNo(), take));
                    taken.merge(key, take, BigDecimal::add);
                    open = open.subtract(take);
                }
            }
        }
        return picks;
    }
}
