package io.mallhub.simulator.salesorder;

import io.mallhub.simulator.kernel.Now;
import io.mallhub.simulator.kernel.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the invoice of a delivery; that of the last one is the rest of the order. */
@Component
class Invoicing {

    private final JdbcClient jdbc;
    private final Numbers numbers;
    private final Now now;

    Invoicing(JdbcClient jdbc, Numbers numbers, Now now) {
        this.jdbc = jdbc;
        this.numbers = numbers;
        this.now = now;
    }

    /**
     * @param order as it was before the delivery
     * @param whole nothing is left to deliver
     */
    void invoice(
            SalesOrder order, String delivery, List<SalesOrder.DeliveryLine> lines, boolean whole) {
        BigDecimal left = order.total().subtract(invoiced(order.billNo()));
        BigDecimal amount = whole ? left : worth(order, lines).min(left);
        if (amount.signum() <= 0) {
            return;
        }
        jdbc.sql("INSERT INTO t_invoice VALUES (?, ?, ?, ?, ?)")
                .params(numbers.nextInvoice(), order.billNo(), delivery, now.today(), amount)
                .update();
    }

    private BigDecimal invoiced(String billNo) {
        return jdbc.sql("SELECT coalesce(sum(amount), 0) FROM t_invoice WHERE order_bill_no = ?")
                .param(billNo)
                .query(BigDecimal.class)
                .single();
    }

    private static BigDecimal worth(SalesOrder order, List<SalesOrder.DeliveryLine> delivered) {
        BigDecimal worth = BigDecimal.ZERO;
        for (SalesOrder.DeliveryLine part : delivered) {
            for (SalesOrder.Line line : order.lines()) {
                if (line.number() == part.orderLine()) {
                    worth = worth.add(worth(line, part.quantity()));
                }
            }
        }
        return worth;
    }

    private static BigDecimal worth(SalesOrder.Line line, BigDecimal quantity) {
        return line.amount().multiply(quantity).divide(line.quantity(), 2, RoundingMode.HALF_UP);
    }
}
