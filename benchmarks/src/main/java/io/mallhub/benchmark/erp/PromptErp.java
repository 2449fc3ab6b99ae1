package io.mallhub.benchmark.erp;

import io.mallhub.customer.ErpCustomers;
import io.mallhub.order.ErpOrders;
import io.mallhub.order.Orders;
import io.mallhub.order.Orders.ReportShipment;
import io.mallhub.order.Orders.Sending;
import io.mallhub.order.Orders.ShipmentOutcome;
import io.mallhub.order.SubmitOutcome.LineProblem;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes every order at once, accepts and ships it {@link #PAUSE} later. The mall's orders are told
 * all of it through the same calls as the routes tell them.
 */
@Component
public class PromptErp implements ErpOrders, ErpCustomers, DisposableBean {
    /** Long enough for the process to wait for the answer, as it does for a real ERP. */
    public static final Duration PAUSE = Duration.ofMillis(500);

    private static final String CONNECTION = "erp";

    private final Orders orders;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService warehouse =
            Executors.newScheduledThreadPool(4, Thread.ofPlatform().name("erp-", 0).factory());

    PromptErp(Orders orders, JdbcClient jdbc, Clock clock) {
        this.orders = orders;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Orders it has. */
    public Set<String> taken() {
        return taken;
    }

    /** What went wrong while it accepted and shipped. */
    public Queue<RuntimeException> failures() {
        return failures;
    }

    @Override
    public PushOutcome push(String number) {
        return switch (orders.startSending(number)) {
            case Sending.Granted granted -> take(number);
            case Sending.AlreadySent sent ->
                    new PushOutcome.Acknowledged(sent.erpNumber(), clock.instant());
            case Sending.Stopped stopped ->
                    new PushOutcome.Withheld(LineProblem.words(stopped.problems()));
            case Sending.InFlight busy -> new PushOutcome.Unavailable("in flight until " + busy);
            case Sending.AtAnEnd end -> new PushOutcome.Refused("at an end: " + end.state());
        };
    }

    private PushOutcome take(String number) {
        if (!taken.add(number)) {
            throw new IllegalStateException(number + " was sent twice");
        }
        String erpNumber = "E-" + number;
        Instant now = clock.instant();
        orders.recordSent(number, erpNumber, now);
        warehouse.schedule(() -> acceptAndShip(number), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return new PushOutcome.Acknowledged(erpNumber, now);
    }

    private void acceptAndShip(String number) {
        try {
            orders.recordErpAnswer(number, true, "ok", clock.instant());
            ShipmentOutcome outcome =
                    orders.recordShipment(
                            new ReportShipment(
                                    number,
                                    "D-" + number,
                                    clock.instant(),
                                    batches(number),
                                    CONNECTION));
            if (!(outcome instanceof ShipmentOutcome.Recorded)) {
                throw new IllegalStateException(number + " not shipped: " + outcome);
            }
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }

    /** As it was told them; reading what a push has to tell belongs to the routes. */
    private List<ReportShipment.Batch> batches(String number) {
        return jdbc.sql(
                        """
                        SELECT l.position + 1, l.product_id, l.quantity
                        FROM sales_order_line l JOIN sales_order o ON o.id = l.order_id
                        WHERE o.number = ? ORDER BY l.position
                        """)
                .param(number)
                .query(
                        (row, index) ->
                                new ReportShipment.Batch(
                                        row.getInt(1),
                                        new ProductId(row.getObject(2, UUID.class)),
                                        "B1",
                                        null,
                                        new Quantity(row.getBigDecimal(3))))
                .list();
    }

    @Override
    public VoidOutcome voidOrder(String number, String reason) {
        throw new UnsupportedOperationException("Nothing is voided here: " + number);
    }

    @Override
    public Outcome push(CustomerId customer) {
        throw new UnsupportedOperationException("No customer comes here: " + customer);
    }

    @Override
    public void destroy() {
        warehouse.shutdownNow();
    }
}
