package io.mallhub.order.internal;

import io.mallhub.order.TimelineEntry;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened to an order; written once. */
@Entity
@Table(name = "order_timeline")
class TimelineRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_timeline_seq")
    @SequenceGenerator(name = "order_timeline_seq", allocationSize = 50)
    private @Nullable Long id;

    private String orderNumber;
    private Instant at;
    private String what;
    private String byName;
    private String detail;

    @SuppressWarnings("NullAway.Init")
    protected TimelineRecord() {}

    TimelineRecord(String orderNumber, Instant at, String what, String byName, String detail) {
        this.orderNumber = orderNumber;
        this.at = at;
        this.what = what;
        this.byName = byName;
        this.detail = detail;
    }

    TimelineEntry entry() {
        return new TimelineEntry(at, what, byName, detail);
    }
}
