package io.mallhub.console.compliance;

import io.mallhub.customer.ExpiryRow;
import io.mallhub.order.Stoppages.Stoppage;
import io.mallhub.shared.CustomerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What stops, found again by the row of the forecast that it belongs to. */
public final class Stopped {
    private final Map<End, Stoppage> stoppages;

    private record End(CustomerId customer, LocalDate day) {}

    Stopped(List<Stoppage> stoppages) {
        this.stoppages =
                stoppages.stream()
                        .collect(
                                Collectors.toMap(
                                        one -> new End(one.customer(), one.day()), one -> one));
    }

    public Stoppage of(ExpiryRow row) {
        return Objects.requireNonNull(stoppages.get(new End(row.customer(), row.validUntil())));
    }
}
