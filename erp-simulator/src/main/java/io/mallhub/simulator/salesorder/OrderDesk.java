package io.mallhub.simulator.salesorder;

import io.mallhub.simulator.inventory.Inventory;
import io.mallhub.simulator.kernel.Numbers;
import io.mallhub.simulator.kernel.Refusal;
import io.mallhub.simulator.kernel.RefusalCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with an order: accept, reject, deliver. */
@Component
public class OrderDesk {

    /**
     * A batch to deliver for an order line.
     *
     * @param line the order line's number
     */
    public record Pick(int line, String batchNo, BigDecimal quantity) {}

    private final OrderReader reader;
    private final OrderWriter writer;
    private final Inventory inventory;
    private final PickProposal proposal;
    private final Numbers numbers;
    private final Invoicing invoicing;

    OrderDesk(
            OrderReader reader,
            OrderWriter writer,
            Inventory inventory,
            PickProposal proposal,
            Numbers numbers,
            Invoicing invoicing) {
        this.reader = reader;
        this.writer = writer;
        this.inventory = inventory;
        this.proposal = proposal;
        this.numbers = numbers;
        this.invoicing = invoicing;
    }

    /** Allocates the whole order or refuses. */
    @Transactional
    public void accept(String billNo) {
        SalesOrder order = lock(billNo);
        mustBe(order, order.status() == OrderStatus.NEW);
        inventory.allocate(order.openDemand());
        writer.status(billNo, OrderStatus.ACCEPTED, null);
    }

    /** Also an accepted order of which nothing was delivered. */
    @Transactional
    public void reject(String billNo, String reason) {
        SalesOrder order = lock(billNo);
        mustBe(order, order.status() == OrderStatus.NEW || order.status() == OrderStatus.ACCEPTED);
        release(order);
        writer.status(billNo, OrderStatus.REJECTED, reason);
    }

    /**
     * Batches for all that is open, first expired first out. Less than that where stock is short.
     */
    @Transactional(readOnly = true)
    public List<Pick> propose(String billNo) {
        return proposal.of(orderOrRefuse(billNo));
    }

    /** Delivers all that {@link #propose} proposes; returns the delivery's number. */
    @Transactional
    public String shipAll(String billNo) {
        return ship(lock(billNo), proposal.of(orderOrRefuse(billNo)));
    }

    /** Delivers these batches; returns the delivery's number. */
    @Transactional
    public String ship(String billNo, List<Pick> picks) {
        return ship(lock(billNo), picks);
    }

    private String ship(SalesOrder order, List<Pick> picks) {
        mustBe(order, order.status().allocates());
        if (picks.isEmpty()) {
            throw new Refusal(RefusalCode.STOCK_SHORT, "没有可发的批次");
        }
        Map<Integer, SalesOrder.Line> lines =
                order.lines().stream()
                        .collect(Collectors.toMap(SalesOrder.Line::number, Function.identity()));
        mustFit(picks, lines);
        inventory.lock(
                picks.stream()
                        .map(pick -> line(lines, pick).material())
                        .collect(Collectors.toCollection(TreeSet::new)));
        List<SalesOrder.DeliveryLine> delivered = new ArrayList<>();
        for (Pick pick : picks) {
            String material = line(lines, pick).material();
            delivered.add(
                    new SalesOrder.DeliveryLine(
                            pick.line(),
                            material,
                            pick.batchNo(),
                            inventory.deliver(material, pick.batchNo(), pick.quantity()),
                            pick.quantity()));
        }
        String number = numbers.nextDelivery();
        writer.insertDelivery(number, order.billNo(), delivered);
        boolean whole = orderOrRefuse(order.billNo()).openDemand().isEmpty();
        writer.status(
                order.billNo(), whole ? OrderStatus.SHIPPED : OrderStatus.PARTLY_SHIPPED, null);
        invoicing.invoice(order, number, delivered, whole);
        return number;
    }

    void acceptOrReject(String billNo) {
        SalesOrder order = lock(billNo);
        try {
            inventory.allocate(order.openDemand());
            writer.status(billNo, OrderStatus.ACCEPTED, null);
        } catch (Refusal shortage) {
            writer.status(billNo, OrderStatus.REJECTED, shortage.text());
        }
    }

    void cancel(SalesOrder order, String reason) {
        mustBe(order, order.status().mayBeVoided());
        release(order);
        writer.status(order.billNo(), OrderStatus.VOID, reason);
    }

    SalesOrder lock(String billNo) {
        writer.lock(billNo);
        return orderOrRefuse(billNo);
    }

    private void release(SalesOrder order) {
        if (order.status().allocates()) {
            inventory.release(order.openDemand());
        }
    }

    private SalesOrder orderOrRefuse(String billNo) {
        return reader.withNumber(billNo).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(RefusalCode.ORDER_UNKNOWN, "订单不存在：" + billNo));
    }

    private static void mustFit(List<Pick> picks, Map<Integer, SalesOrder.Line> lines) {
        Map<Integer, BigDecimal> perLine =
                picks.stream()
                        .collect(Collectors.toMap(Pick::line, Pick::quantity, BigDecimal::add));
        perLine.forEach(
                (number, quantity) -> {
                    SalesOrder.Line line = lines.get(number);
                    if (line == null || quantity.compareTo(line.open()) > 0) {
                        throw new Refusal(
                                RefusalCode.QUANTITY_INVALID,
                                "第%d行发货数量%s超过未发数量".formatted(number, quantity.toPlainString()));
                    }
                });
        if (picks.stream().anyMatch(pick -> pick.quantity().signum() <= 0)) {
            throw new Refusal(RefusalCode.QUANTITY_INVALID, "");
        }
    }

    private static SalesOrder.Line line(Map<Integer, SalesOrder.Line> lines, Pick pick) {
        SalesOrder.Line line = lines.get(pick.line());
        if (line == null) {
            throw new Refusal(RefusalCode.LINES_INVALID, "行号不存在：" + pick.line());
        }
        return line;
    }

    private static void mustBe(SalesOrder order, boolean right) {
        if (!right) {
            throw new Refusal(
                    RefusalCode.STATUS_WRONG,
                    "订单%s当前状态为%s，不允许此操作".formatted(order.billNo(), order.status().text()),
                    order.billNo());
        }
    }
}
