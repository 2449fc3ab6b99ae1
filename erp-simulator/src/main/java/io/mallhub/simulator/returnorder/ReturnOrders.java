package io.mallhub.simulator.returnorder;

import io.mallhub.simulator.kernel.ListPoint;
import io.mallhub.simulator.kernel.Numbers;
import io.mallhub.simulator.kernel.Operation;
import io.mallhub.simulator.kernel.OptionStore;
import io.mallhub.simulator.kernel.Page;
import io.mallhub.simulator.kernel.Refusal;
import io.mallhub.simulator.kernel.RefusalCode;
import io.mallhub.simulator.oracle.CommitLog;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Returns as the interfaces see them, and what the warehouse does with them. */
@Component
public class ReturnOrders {
    private final ReturnFile file;
    private final Numbers numbers;
    private final OptionStore options;
    private final CommitLog commits;

    ReturnOrders(ReturnFile file, Numbers numbers, OptionStore options, CommitLog commits) {
        this.file = file;
        this.numbers = numbers;
        this.options = options;
        this.commits = commits;
    }

    @Transactional(readOnly = true)
    public Page<ReturnOrder> changedAfter(ListPoint point) {
        return file.changedAfter(point);
    }

    /**
     * For people, newest first.
     *
     * @param text part of a number, a reference, a sales order or a customer
     */
    @Transactional(readOnly = true)
    public Page<ReturnHeader> search(String text, ListPoint point) {
        return file.search(text, point);
    }

    /** All with this client bill number, void ones too, oldest first. */
    @Transactional(readOnly = true)
    public List<ReturnOrder> withReference(String reference) {
        return file.withReference(reference);
    }

    /**
     * @throws Refusal if there is none
     */
    @Transactional(readOnly = true)
    public ReturnOrder withNumber(String billNo) {
        return file.withNumber(billNo).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(RefusalCode.RETURN_UNKNOWN, "退货单不存在：" + billNo));
    }

    /**
     * Creates a return, whole or not at all: never more of a batch than was delivered. The same
     * reference twice makes two, unless the options refuse that.
     */
    @Transactional
    public ReturnOrder create(NewReturn goods) {
        file.lockText(goods.order());
        if (options.current().refuseDuplicateReferences()) {
            refuseDuplicate(goods.reference());
        }
        check(goods);
        String billNo = numbers.nextReturn();
        file.insert(billNo, goods);
        commits.note(Operation.CREATE_RETURN, goods.reference(), billNo);
        return withNumber(billNo);
    }

    /** Makes a return void of which no goods came. A void one stays void. */
    @Transactional
    public ReturnOrder cancel(String billNo, String reason) {
        ReturnOrder goods = lock(billNo);
        if (goods.status() == ReturnStatus.VOID) {
            return goods;
        }
        mustBeOpen(goods);
        file.status(billNo, ReturnStatus.VOID, reason);
        commits.note(Operation.VOID_RETURN, goods.reference(), billNo);
        return withNumber(billNo);
    }

    /** The back office does not take it. */
    @Transactional
    public ReturnOrder reject(String billNo, String reason) {
        mustBeOpen(lock(billNo));
        file.status(billNo, ReturnStatus.REJECTED, reason);
        return withNumber(billNo);
    }

    /**
     * Goods are in the quarantine area; once for each return.
     *
     * @param quantities by line; a line that is left out came whole
     */
    @Transactional
    public ReturnOrder receive(
            String billNo, Map<Integer, BigDecimal> quantities, String receiver) {
        ReturnOrder goods = lock(billNo);
        mustBeOpen(goods);
        for (ReturnOrder.Line line : goods.lines()) {
            BigDecimal came = quantities.getOrDefault(line.number(), line.quantity());
            if (came.signum() < 0 || came.compareTo(line.quantity()) > 0) {
                throw new Refusal(
                        RefusalCode.QUANTITY_INVALID, "第%d行收货数量超过退货数量".formatted(line.number()));
            }
            file.received(billNo, line.number(), came);
        }
        file.receipt(numbers.nextReceipt(), billNo, receiver);
        file.status(billNo, ReturnStatus.RECEIVED, null);
        return withNumber(billNo);
    }

    private ReturnOrder lock(String billNo) {
        file.lock(billNo);
        return withNumber(billNo);
    }

    private void check(NewReturn goods) {
        if (!file.hasOrder(goods.order(), goods.customer())) {
            throw new Refusal(RefusalCode.ORDER_UNKNOWN, "该客户没有订单：" + goods.order());
        }
        long distinct = goods.lines().stream().map(NewReturn.Line::number).distinct().count();
        if (goods.lines().isEmpty() || distinct < goods.lines().size()) {
            throw new Refusal(RefusalCode.LINES_INVALID, "");
        }
        for (NewReturn.Line line : goods.lines()) {
            BigDecimal asked =
                    goods.lines().stream()
                            .filter(it -> isSameBatch(it, line))
                            .map(NewReturn.Line::quantity)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal left =
                    file.returnable(
                            goods.order(), line.orderLine(), line.material(), line.batchNo());
            if (line.quantity().signum() <= 0 || asked.compareTo(left) > 0) {
                throw new Refusal(
                        RefusalCode.QUANTITY_INVALID,
                        "第%d行退货数量超过已发数量%s"
                                .formatted(
                                        line.number(), left.stripTrailingZeros().toPlainString()));
            }
        }
    }

    private static boolean isSameBatch(NewReturn.Line one, NewReturn.Line other) {
        return one.orderLine() == other.orderLine()
                && one.material().equals(other.material())
                && one.batchNo().equals(other.batchNo());
    }

    private static void mustBeOpen(ReturnOrder goods) {
        if (goods.status() != ReturnStatus.OPEN) {
            throw new Refusal(
                    RefusalCode.STATUS_WRONG,
                    "退货单%s当前状态为%s，不允许此操作".formatted(goods.billNo(), goods.status().text()),
                    goods.billNo());
        }
    }

    private void refuseDuplicate(String reference) {
        file.lockText(reference);
        file.withReference(reference).stream()
                .filter(goods -> goods.status() != ReturnStatus.VOID)
                .findFirst()
                .ifPresent(
                        goods -> {
                            throw new Refusal(
                                    RefusalCode.REFERENCE_EXISTS,
                                    "外部单号%s已存在，退货单%s".formatted(reference, goods.billNo()),
                                    goods.billNo());
                        });
    }
}
