package io.mallhub.simulator.inventory;

import io.mallhub.simulator.kernel.ListPoint;
import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Page;
import io.mallhub.simulator.kernel.Refusal;
import io.mallhub.simulator.kernel.RefusalCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stock of all materials. Each change locks the material's row first, so changes of one material
 * come one after another.
 */
@Component
public class Inventory {

    private final JdbcClient jdbc;
    private final StockReader reader;
    private final Now now;

    Inventory(JdbcClient jdbc, StockReader reader, Now now) {
        this.jdbc = jdbc;
        this.reader = reader;
        this.now = now;
    }

    @Transactional(readOnly = true)
    public Page<Stock> changedAfter(ListPoint point) {
        return reader.changedAfter(point);
    }

    public List<Stock> of(Collection<String> materials) {
        return reader.of(materials);
    }

    /** Goods come in. A batch that is there already must have the same expiry. */
    @Transactional
    public void receive(
            String material, String batchNo, LocalDate validUntil, BigDecimal quantity) {
        mustBePosting(batchNo, quantity);
        lock(List.of(material));
        int written =
                jdbc.sql(
                                """
                                INSERT INTO t_batch VALUES (?, ?, ?, ?)
                                ON CONFLICT (item_number, batch_no) DO UPDATE SET qty = t_batch.qty + excluded.qty
                                WHERE t_batch.valid_date = excluded.valid_date
                                """)
                        .params(material, batchNo, validUntil, quantity)
                        .update();
        if (written == 0) {
            throw new Refusal(RefusalCode.POSTING_INVALID, "批号" + batchNo + "的有效期与已有记录不同");
        }
        change(material, quantity, BigDecimal.ZERO);
    }

    /** Goods go out without an order: breakage, count differences. */
    @Transactional
    public void issue(String material, String batchNo, BigDecimal quantity) {
        mustBePosting(batchNo, quantity);
        lock(List.of(material));
        takeFromBatch(material, batchNo, quantity, LocalDate.MIN);
        change(material, quantity.negate(), BigDecimal.ZERO);
    }

    /**
     * Reserves the quantities for an accepted order, all or none. A refusal leaves the transaction
     * usable: nothing is changed before everything is checked.
     */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refusal.class)
    public void allocate(Map<String, BigDecimal> demand) {
        lock(demand.keySet());
        LocalDate today = now.today();
        for (Stock stock : reader.of(demand.keySet())) {
            BigDecimal wanted = wanted(demand, stock.material());
            BigDecimal promisable = stock.promisable(today);
            if (promisable.compareTo(wanted) < 0) {
                throw new Refusal(
                        RefusalCode.STOCK_SHORT,
                        "物料%s库存不足：需要%s，可用%s"
                                .formatted(
                                        stock.material(),
                                        wanted.stripTrailingZeros().toPlainString(),
                                        promisable.stripTrailingZeros().toPlainString()));
            }
        }
        demand.forEach((material, wanted) -> change(material, BigDecimal.ZERO, wanted));
    }

    /** Gives allocated quantities back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(Map<String, BigDecimal> demand) {
        lock(demand.keySet());
        demand.forEach(
                (material, quantity) -> change(material, BigDecimal.ZERO, quantity.negate()));
    }

    /** Delivers allocated goods out of unexpired batches; returns the batch's expiry. */
    @Transactional(propagation = Propagation.MANDATORY)
    public LocalDate deliver(String material, String batchNo, BigDecimal quantity) {
        LocalDate validUntil = takeFromBatch(material, batchNo, quantity, now.today());
        change(material, quantity.negate(), quantity.negate());
        return validUntil;
    }

    /** In the order of the numbers, so that two orders never wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<String> materials) {
        List<String> found =
                jdbc.sql(
                                "SELECT item_number FROM t_inventory WHERE item_number = ANY (?) ORDER BY item_number FOR UPDATE")
                        .param(materials.toArray(String[]::new))
                        .query(String.class)
                        .list();
        if (found.size() < materials.size()) {
            throw new Refusal(RefusalCode.MATERIAL_UNKNOWN, "物料不存在：" + materials);
        }
    }

    private LocalDate takeFromBatch(
            String material, String batchNo, BigDecimal quantity, LocalDate notBefore) {
        return jdbc.sql(
                        """
                        UPDATE t_batch SET qty = qty - :qty
                        WHERE item_number = :item AND batch_no = :batch AND qty >= :qty AND (:any OR valid_date >= :day)
                        RETURNING valid_date
                        """)
                .param("qty", quantity)
                .param("item", material)
                .param("batch", batchNo)
                .param("any", notBefore.equals(LocalDate.MIN))
                .param("day", notBefore.equals(LocalDate.MIN) ? now.today() : notBefore)
                .query(LocalDate.class)
                .optional()
                .orElseThrow(
                        () ->
                                new Refusal(
                                        RefusalCode.BATCH_INVALID,
                                        "物料%s批号%s不存在、已过期或数量不足".formatted(material, batchNo)));
    }

    private void change(String material, BigDecimal onHand, BigDecimal allocated) {
        jdbc.sql(
                        """
                        UPDATE t_inventory SET qty = qty + ?, lock_qty = lock_qty + ?, version = version + 1, modify_time = ?
                        WHERE item_number = ?
                        """)
                .params(onHand, allocated, now.forSql(), material)
                .update();
    }

    private static BigDecimal wanted(Map<String, BigDecimal> demand, String material) {
        return demand.getOrDefault(material, BigDecimal.ZERO);
    }

    private static void mustBePosting(String batchNo, BigDecimal quantity) {
        if (quantity.signum() <= 0
                || quantity.scale() > 6
                || quantity.precision() - quantity.scale() > 11) {
            throw new Refusal(RefusalCode.POSTING_INVALID, "数量有误：" + quantity);
        }
        if (batchNo.isBlank() || batchNo.length() > 40) {
            throw new Refusal(RefusalCode.POSTING_INVALID, "批号有误");
        }
    }
}
