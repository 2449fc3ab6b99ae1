package io.mallhub.customer.internal;

import io.mallhub.audit.AuditEntry;
import io.mallhub.audit.AuditLog;
import io.mallhub.customer.SalesRegions;
import io.mallhub.shared.Actor;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RegionDesk implements SalesRegions {
    private static final Pattern PREFIX = Pattern.compile("([0-9]{2}|[0-9]{4}|[0-9]{6})?");

    private final RegionTable regions;
    private final SellersAtWork sellers;
    private final AuditLog audit;
    private final Clock clock;

    RegionDesk(RegionTable regions, SellersAtWork sellers, AuditLog audit, Clock clock) {
        this.regions = regions;
        this.sellers = sellers;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public PutOutcome put(PutRegion asked) {
        PutRegion region =
                new PutRegion(
                        asked.prefix().strip(),
                        login(asked.salesperson()),
                        Words.of(asked.reason()),
                        asked.by());
        Optional<String> problem = problem(region);
        if (problem.isPresent()) {
            return new PutOutcome.Refused(problem.get());
        }
        SalesRegion put = regions.add(region, clock.instant());
        audit.record(
                new AuditEntry(
                        region.by(),
                        "put-sales-region",
                        "sales-region",
                        region.prefix().isEmpty() ? "*" : region.prefix(),
                        region.reason(),
                        Map.of("salesperson", Optional.ofNullable(put.salesperson()).orElse(""))));
        return new PutOutcome.Put(put);
    }

    private Optional<String> problem(PutRegion region) {
        if (region.by().kind() != Actor.Kind.STAFF) {
            return Optional.of("salesperson.not-staff");
        }
        if (!PREFIX.matcher(region.prefix()).matches()) {
            return Optional.of("salesperson.prefix");
        }
        if (region.salesperson() != null && !sellers.are(region.salesperson())) {
            return Optional.of("salesperson.unknown");
        }
        return region.reason().isEmpty()
                ? Optional.of("salesperson.reason-missing")
                : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public List<SalesRegion> inForce() {
        return regions.inForce();
    }

    @Override
    @Transactional(readOnly = true)
    public Page<SalesRegion> history(PageRequest page) {
        return regions.history(page);
    }

    private static @Nullable String login(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
