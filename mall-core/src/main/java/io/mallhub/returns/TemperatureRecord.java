package io.mallhub.returns;

import java.math.BigDecimal;

/**
 * The transport temperatures of cold-chain goods, as a logger on the way has written them.
 *
 * @param logger its number
 * @param lowest in °C; {@code highest} at least that
 */
public record TemperatureRecord(String logger, BigDecimal lowest, BigDecimal highest) {
    public TemperatureRecord {
        if (logger.isBlank() || lowest.compareTo(highest) > 0) {
            throw new IllegalArgumentException(
                    "A temperature record has a logger and lowest <= highest");
        }
    }

    /** 2 to 8 °C throughout, as cold-chain goods are kept. */
    public boolean isCold() {
        return lowest.compareTo(BigDecimal.TWO) >= 0
                && highest.compareTo(BigDecimal.valueOf(8)) <= 0;
    }
}
