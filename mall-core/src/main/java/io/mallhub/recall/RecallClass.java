package io.mallhub.recall;

import io.mallhub.shared.MallTime;
import java.time.Instant;

/** How grave the danger is, and within how many days every buyer has to be told (药品召回管理办法). */
public enum RecallClass {
    /** May do grave harm to health. */
    I(1),
    /** May do harm that passes or can be healed. */
    II(3),
    /** Will hardly do harm, but has to come back. */
    III(7);

    private final int days;

    RecallClass(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }

    /** The same time of day in Shanghai, so many days later. */
    public Instant noticeDue(Instant from) {
        return from.atZone(MallTime.ZONE).plusDays(days).toInstant();
    }
}
