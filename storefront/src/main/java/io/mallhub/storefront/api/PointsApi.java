package io.mallhub.storefront.api;

import io.mallhub.identity.BuyerView;
import io.mallhub.points.Points;
import io.mallhub.points.Points.EntryView;
import io.mallhub.points.PointsMove;
import io.mallhub.points.PointsRule;
import io.mallhub.points.PointsRules;
import io.mallhub.shared.PageRequest;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The company's points and each of their movements. */
@RestController
@RequestMapping("/api/points")
class PointsApi {
    private final Points points;
    private final PointsRules rules;

    PointsApi(Points points, PointsRules rules) {
        this.points = points;
        this.rules = rules;
    }

    @GetMapping
    PointsJson balance(BuyerView buyer) {
        Points.Balance balance = points.balance(buyer.company());
        Points.Ending ending = balance.ending();
        return new PointsJson(
                balance.available(),
                balance.held(),
                rules.inForce().filter(PointsRule::redeems).map(PointsRule::step).orElse(null),
                ending == null ? null : ending.points(),
                ending == null ? null : ending.lastDay());
    }

    @GetMapping("/entries")
    PageJson<PointsEntryJson> entries(
            BuyerView buyer,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return PageJson.of(
                points.entries(buyer.company(), PageRequest.of(page, size)), PointsEntryJson::of);
    }

    /**
     * @param available below 0 when points were taken back that were spent already
     * @param held for orders that are not yet taken
     * @param step orders use points in multiples of it; absent while points pay nothing
     * @param ending those that end first
     */
    record PointsJson(
            long available,
            long held,
            @Nullable Integer step,
            @Nullable Long ending,
            @Nullable LocalDate endingOn) {}

    /**
     * @param available positive: the company has more
     */
    record PointsEntryJson(
            long sequence,
            PointsMove kind,
            String document,
            @Nullable String order,
            long available,
            long held,
            long availableAfter,
            long heldAfter,
            Instant at) {
        static PointsEntryJson of(EntryView entry) {
            return new PointsEntryJson(
                    entry.sequence(),
                    entry.kind(),
                    entry.document(),
                    entry.orderNumber(),
                    entry.available(),
                    entry.held(),
                    entry.availableAfter(),
                    entry.heldAfter(),
                    entry.at());
        }
    }
}
