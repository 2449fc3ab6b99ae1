package io.mallhub.faults;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.client.RestClientException;

/** People at the ERP: they change prices, take in goods and new products, and ship orders. */
final class ErpStaff {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private final TwoNodes nodes;
    private final Erp erp;
    private final List<String> products;
    private final AtomicInteger edits;
    private final Random random;

    ErpStaff(TwoNodes nodes, Erp erp, List<String> products, long seed) {
        this.nodes = nodes;
        this.erp = erp;
        this.products = products;
        this.random = new Random(seed);
        this.edits = new AtomicInteger();
    }

    /** Edits that the ERP has taken. */
    int edits() {
        return edits.get();
    }

    /** One piece of work; while the ERP is down or out of order people come back later. */
    void work() {
        try {
            edit();
            edits.incrementAndGet();
        } catch (RestClientException | ErpData.Away later) {
            return;
        }
    }

    private void edit() {
        String product = products.get(random.nextInt(products.size()));
        switch (random.nextInt(8)) {
            case 0 -> erp.receive(product, 1 + random.nextInt(50));
            case 1 ->
                    new ErpData(nodes.first())
                            .newItem(
                                    "SOAK." + edits.get(),
                                    product,
                                    CENT.multiply(BigDecimal.valueOf(1 + random.nextInt(9000))),
                                    1 + random.nextInt(500));
            case 2, 3, 4 -> ship();
            default -> new ErpData(nodes.first()).price(List.of(product), price -> price.add(CENT));
        }
    }

    private void ship() {
        List<String> ordered = erp.committedOrders().keySet().stream().sorted().toList();
        if (!ordered.isEmpty()) {
            erp.ship(erp.newestNumberOf(ordered.get(random.nextInt(ordered.size()))));
        }
    }
}
