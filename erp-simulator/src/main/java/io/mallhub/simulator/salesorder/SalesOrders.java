package io.mallhub.simulator.salesorder;

import io.mallhub.simulator.kernel.ListPoint;
import io.mallhub.simulator.kernel.Numbers;
import io.mallhub.simulator.kernel.Operation;
import io.mallhub.simulator.kernel.OptionStore;
import io.mallhub.simulator.kernel.Options;
import io.mallhub.simulator.kernel.Page;
import io.mallhub.simulator.kernel.Refusal;
import io.mallhub.simulator.kernel.RefusalCode;
import io.mallhub.simulator.oracle.CommitLog;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sales orders as the interfaces see them. */
@Component
public class SalesOrders {

    private final OrderReader reader;
    private final OrderWriter writer;
    private final OrderCheck check;
    private final OrderDesk desk;
    private final Numbers numbers;
    private final OptionStore options;
    private final CommitLog commits;

    SalesOrders(
            OrderReader reader,
            OrderWriter writer,
            OrderCheck check,
            OrderDesk desk,
            Numbers numbers,
            OptionStore options,
            CommitLog commits) {
        this.reader = reader;
        this.writer = writer;
        this.check = check;
        this.desk = desk;
        this.numbers = numbers;
        this.options = options;
        this.commits = commits;
    }

    @Transactional(readOnly = true)
    public Page<SalesOrder> changedAfter(ListPoint point) {
        return reader.changedAfter(point);
    }

    /** Newest first, by part of a number. */
    @Transactional(readOnly = true)
    public Page<SalesOrder> search(String text, ListPoint point) {
        return reader.search(text, point);
    }

    public long count() {
        return reader.count();
    }

    /** All orders with this client bill number, void ones too, oldest first. */
    @Transactional(readOnly = true)
    public List<SalesOrder> withReference(String reference) {
        return reader.withReference(reference);
    }

    /**
     * @throws Refusal if there is none
     */
    @Transactional(readOnly = true)
    public SalesOrder withNumber(String billNo) {
        return reader.withNumber(billNo).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(RefusalCode.ORDER_UNKNOWN, "订单不存在：" + billNo));
    }

    /**
     * Creates an order, whole or not at all. The same reference twice makes two orders, unless the
     * options refuse that.
     *
     * @return the order's number and status
     */
    @Transactional
    public SalesOrder create(NewOrder order) {
        Options current = options.current();
        if (current.refuseDuplicateReferences()) {
            refuseDuplicate(order.reference());
        }
        check.check(order);
        String billNo = numbers.nextOrder();
        writer.insert(billNo, order);
        commits.note(Operation.CREATE_ORDER, order.reference(), billNo);
        if (current.autoAccept()) {
            desk.acceptOrReject(billNo);
        }
        return withNumber(billNo);
    }

    /**
     * Makes an order void of which nothing was delivered. A void one stays void, and nothing
     * changes.
     */
    @Transactional
    public SalesOrder cancel(String billNo, String reason) {
        SalesOrder order = desk.lock(billNo);
        if (order.status() == OrderStatus.VOID) {
            return order;
        }
        desk.cancel(order, reason);
        commits.note(Operation.VOID_ORDER, order.reference(), billNo);
        return withNumber(billNo);
    }

    private void refuseDuplicate(String reference) {
        writer.lockReference(reference);
        reader.withReference(reference).stream()
                .filter(order -> order.status() != OrderStatus.VOID)
                .findFirst()
                .ifPresent(
                        order -> {
                            throw new Refusal(
                                    RefusalCode.REFERENCE_EXISTS,
                                    "外部单号%s已存在，订单%s".formatted(reference, order.billNo()),
                                    order.billNo());
                        });
    }
}
