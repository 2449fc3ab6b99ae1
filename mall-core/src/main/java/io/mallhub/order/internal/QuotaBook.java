package io.mallhub.order.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.order.Quotas;
import io.mallhub.shared.Actor;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.ProductId;
import io.mallhub.shared.Quantity;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class QuotaBook implements Quotas {
    private static final int MOST_DAYS = 366;
    private static final int LONGEST_REASON = 500;

    private final QuotaTable quotas;
    private final AuditLog audit;
    private final Clock clock;

    QuotaBook(QuotaTable quotas, AuditLog audit, Clock clock) {
        this.quotas = quotas;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public PutOutcome put(PutQuota command) {
        Optional<String> problem = problem(command);
        if (problem.isPresent()) {
            return new PutOutcome.Refused(problem.get());
        }
        quotas.add(command, clock.instant());
        Quantity most = command.most();
        audit.record(
                new AuditEntry(
                        command.by(),
                        "put-quota",
                        "product",
                        command.product().toString(),
                        command.reason().strip(),
                        Map.of(
                                "most",
                                most == null ? "" : most.toString(),
                                "days",
                                Integer.toString(command.days()))));
        return new PutOutcome.Put();
    }

    private static Optional<String> problem(PutQuota quota) {
        if (quota.by().kind() != Actor.Kind.STAFF) {
            return Optional.of("quota.not-staff");
        }
        if (quota.reason().isBlank() || quota.reason().strip().length() > LONGEST_REASON) {
            return Optional.of("quota.reason");
        }
        if (quota.days() < 1 || quota.days() > MOST_DAYS) {
            return Optional.of("quota.days");
        }
        Quantity most = quota.most();
        return most != null && most.amount().signum() < 0
                ? Optional.of("quota.most")
                : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Quota> of(ProductId product) {
        return quotas.of(product);
    }

    /**
     * Products of which this order, with what was ordered before, is beyond the quota: code, what
     * is ordered, what may be, and in how many days. Empty when there is none.
     */
    String beyond(Order order) {
        List<ProductId> goods = order.lines().stream().map(OrderLine::product).distinct().toList();
        List<String> beyond = new ArrayList<>();
        for (Quota quota : quotas.counting(goods)) {
            Quantity most = quota.most();
            Quantity ordered =
                    quotas.ordered(order.customer(), quota.product(), since(order, quota.days()));
            if (most != null && ordered.compareTo(most) > 0) {
                beyond.add(
                        "%s: %s > %s / %d d"
                                .formatted(code(order, quota), ordered, most, quota.days()));
            }
        }
        return String.join("; ", beyond);
    }

    /** Whole days of the mall, the order's own the last of them. */
    private static Instant since(Order order, int days) {
        return MallTime.startOf(MallTime.dateOf(order.submission().at()).minusDays(days - 1L));
    }

    private static String code(Order order, Quota quota) {
        return order.lines().stream()
                .filter(line -> line.product().equals(quota.product()))
                .map(OrderLine::code)
                .findFirst()
                .orElseThrow();
    }
}
