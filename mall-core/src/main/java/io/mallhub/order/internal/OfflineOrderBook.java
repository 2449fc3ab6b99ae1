package io.mallhub.order.internal;

import io.mallhub.order.OfflineOrders;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class OfflineOrderBook implements OfflineOrders {
    private final OfflineOrderTable table;

    OfflineOrderBook(OfflineOrderTable table) {
        this.table = table;
    }

    @Override
    public Set<String> apply(String connection, List<Report> reports) {
        if (reports.isEmpty()) {
            return Set.of();
        }
        Map<String, Long> kept = table.put(connection, reports);
        table.replaceLines(
                kept, reports.stream().filter(report -> kept.containsKey(report.code())).toList());
        return kept.keySet();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<Row> page(CustomerId customer, String words, PageRequest page) {
        return table.page(customer, words, page);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<View> find(CustomerId customer, long id) {
        return table.find(customer, id);
    }
}
