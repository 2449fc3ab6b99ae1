package io.mallhub.simulator.returnorder;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A return as its document stands. */
public record ReturnOrder(
        String billNo,
        String reference,
        String customer,
        String order,
        ReturnStatus status,
        @Nullable String reason,
        Instant modifyTime,
        List<Line> lines,
        @Nullable Receipt receipt) {

    /**
     * @param received null until the goods came
     */
    public record Line(
            int number,
            int orderLine,
            String material,
            String batchNo,
            BigDecimal quantity,
            @Nullable BigDecimal received) {

        public BigDecimal came() {
            return received == null ? BigDecimal.ZERO : received;
        }
    }

    public record Receipt(String billNo, Instant receiveTime, String receiver) {}

    /** What came, of the lines of which something came. */
    public List<Line> cameIn() {
        return lines.stream().filter(line -> line.came().signum() > 0).toList();
    }
}
