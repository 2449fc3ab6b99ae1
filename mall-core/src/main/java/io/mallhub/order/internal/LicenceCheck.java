package io.mallhub.order.internal;

import io.mallhub.customer.LicenceGate.Verdict;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evidence of one asking of the licence gate for a whole order, one verdict per line; written once.
 */
@Entity
@Table(name = "order_licence_check")
class LicenceCheck {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_licence_check_seq")
    @SequenceGenerator(name = "order_licence_check_seq", allocationSize = 50)
    private @Nullable Long id;

    private String orderNumber;
    private String point;
    private Instant at;
    private boolean passed;

    @Convert(converter = VerdictsText.class)
    private List<Verdict> verdicts;

    @SuppressWarnings("NullAway.Init")
    protected LicenceCheck() {}

    LicenceCheck(String orderNumber, String point, Instant at, List<Verdict> verdicts) {
        this.orderNumber = orderNumber;
        this.point = point;
        this.at = at;
        this.passed = verdicts.stream().allMatch(Verdict::allowed);
        this.verdicts = List.copyOf(verdicts);
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    boolean passed() {
        return passed;
    }
}
