package io.mallhub.faults;

import io.mallhub.story.RunningMall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** People at the mall's console who write down other telephones of customers. */
final class SalesDesk {
    private final TwoNodes nodes;
    private final List<HubData.KnownCustomer> customers;
    private final AtomicInteger edits = new AtomicInteger();
    private final Random random;

    /**
     * @param customers that nobody else edits, at least one
     */
    SalesDesk(TwoNodes nodes, List<HubData.KnownCustomer> customers, long seed) {
        if (customers.isEmpty()) {
            throw new IllegalArgumentException("nobody to edit");
        }
        this.nodes = nodes;
        this.customers = customers;
        this.random = new Random(seed);
    }

    /** Edits that the console has confirmed. */
    int edits() {
        return edits.get();
    }

    /** One edit at one of the nodes; while it is down or shows an error people come back later. */
    void work() {
        HubData.KnownCustomer customer = customers.get(random.nextInt(customers.size()));
        Map<String, String> fields = new HashMap<>(customer.fields());
        fields.put("phone", "010-" + random.nextInt(10_000_000));
        RunningMall node = random.nextBoolean() ? nodes.first() : nodes.second();
        if (node.isRunning()) {
            edit(node, "/customers/" + customer.number(), fields);
        }
    }

    private void edit(RunningMall node, String page, Map<String, String> fields) {
        try {
            String answer =
                    Clerk.signIn(node.console(), "sales", "mallhub-demo")
                            .submit(page, page + "/company", fields);
            if (answer.contains(fields.get("phone"))) {
                edits.incrementAndGet();
            }
        } catch (Clerk.Away | RunningMall.NotReady later) {
            return;
        }
    }
}
