package io.mallhub.console.coupons;

import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.order.Orders;
import io.mallhub.shared.CustomerId;
import io.mallhub.shared.MallTime;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The customers of a group, read in pages: counted before anything is given, and then again. */
@Component
class GroupMembers {
    /** So many get one at once. */
    static final int MOST = 5_000;

    private static final int PART = 200;
    private static final int MOST_DAYS = 3_660;
    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,3}");

    private final Sources sources;

    GroupMembers(Customers customers, Orders orders, Clock clock) {
        this.sources = new Sources(customers, orders, clock);
    }

    /** At most one more than {@link #MOST}. */
    List<CustomerView> of(CouponGroup group, String value) {
        List<CustomerView> members = new ArrayList<>();
        Page<CustomerView> part;
        int number = 0;
        do {
            part = group.page(sources, value.strip(), PageRequest.of(number++, PART));
            members.addAll(part.items());
        } while (!part.isLast() && members.size() <= MOST);
        return members.subList(0, Math.min(members.size(), MOST + 1));
    }

    record Sources(Customers customers, Orders orders, Clock clock) {
        /** Of a page of all active customers those that ordered, or did not. */
        Page<CustomerView> ordered(String days, boolean have, PageRequest page) {
            if (!DAYS.matcher(days).matches() || Integer.parseInt(days) > MOST_DAYS) {
                return Page.of(List.of(), page);
            }
            Instant since =
                    MallTime.startOf(MallTime.today(clock).minusDays(Integer.parseInt(days)));
            Page<CustomerView> all = customers.ofRegion("", page);
            Set<CustomerId> ordered =
                    all.items().isEmpty()
                            ? Set.of()
                            : orders.orderedSince(
                                    since, all.items().stream().map(CustomerView::id).toList());
            return new Page<>(
                    all.items().stream().filter(it -> ordered.contains(it.id()) == have).toList(),
                    all.number(),
                    all.size(),
                    all.total());
        }
    }
}
