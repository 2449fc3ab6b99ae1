package io.mallhub.customer.internal;

import io.mallhub.customer.SalesRegions.SalesRegion;
import io.mallhub.identity.StandIns;
import io.mallhub.identity.StoodIn;
import io.mallhub.shared.Actor;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Whom a company gets that nobody brought: who sells in its region. Not who judged it, nor for whom
 * it was judged: seller and judge are different people when it becomes a customer.
 */
@Component
class SalesAssignment {
    private static final Comparator<SalesRegion> NEAREST_FIRST =
            Comparator.comparingInt((SalesRegion one) -> one.prefix().length()).reversed();

    private final RegionTable regions;
    private final SellersAtWork sellers;
    private final StandIns standIns;
    private final Trail trail;

    SalesAssignment(RegionTable regions, SellersAtWork sellers, StandIns standIns, Trail trail) {
        this.regions = regions;
        this.sellers = sellers;
        this.standIns = standIns;
        this.trail = trail;
    }

    void byRegion(Customer customer, Application application, Actor by, Instant now) {
        if (customer.company().salesperson() != null) {
            return;
        }
        regionOf(customer, application)
                .ifPresent(
                        region -> {
                            customer.assign(region.salesperson(), "", by, now);
                            trail.of(
                                    customer,
                                    "assign-salesperson",
                                    "",
                                    by,
                                    Map.of(
                                            "after", String.valueOf(region.salesperson()),
                                            "region", region.prefix(),
                                            "rule", Long.toString(region.id())));
                        });
    }

    private Optional<SalesRegion> regionOf(Customer customer, Application application) {
        List<StoodIn> earlier = standIns.of(Trail.APPLICATION, application.number());
        return regions.inForce().stream()
                .filter(region -> customer.company().region().startsWith(region.prefix()))
                .sorted(NEAREST_FIRST)
                .filter(region -> maySell(region, application, earlier))
                .findFirst();
    }

    private boolean maySell(SalesRegion region, Application application, List<StoodIn> earlier) {
        String login = region.salesperson();
        return login != null
                && sellers.are(login)
                && !application.isJudgedBy(Actor.staff(login, login))
                && earlier.stream()
                        .noneMatch(made -> made.principalLogin().equalsIgnoreCase(login));
    }
}
