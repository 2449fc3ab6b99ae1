package io.mallhub.console.coupons;

import io.mallhub.customer.CustomerType;
import io.mallhub.customer.CustomerView;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.Arrays;
import java.util.List;

/** Whom a coupon is given to without naming each: active customers only. */
enum CouponGroup {
    LEVEL {
        @Override
        Page<CustomerView> page(GroupMembers.Sources from, String group, PageRequest page) {
            // Customers without a level are no group that anybody means.
            return group.isEmpty()
                    ? Page.of(List.of(), page)
                    : from.customers().ofLevel(group, page);
        }
    },
    TYPE {
        @Override
        Page<CustomerView> page(GroupMembers.Sources from, String group, PageRequest page) {
            return Arrays.stream(CustomerType.values())
                    .filter(it -> it.name().equals(group))
                    .findFirst()
                    .map(it -> from.customers().ofType(it, page))
                    .orElseGet(() -> Page.of(List.of(), page));
        }
    },
    REGION {
        @Override
        Page<CustomerView> page(GroupMembers.Sources from, String group, PageRequest page) {
            return from.customers().ofRegion(group, page);
        }
    },
    /** The last order is older than so many days, or there was none. */
    NOT_ORDERED {
        @Override
        Page<CustomerView> page(GroupMembers.Sources from, String group, PageRequest page) {
            return from.ordered(group, false, page);
        }
    },
    /** There was an order within so many days. */
    ORDERED {
        @Override
        Page<CustomerView> page(GroupMembers.Sources from, String group, PageRequest page) {
            return from.ordered(group, true, page);
        }
    };

    /**
     * Some of a page may be missing, its total counts them: pages are read to the last.
     *
     * @param group a price level, a customer type, the beginning of a GB/T 2260 code (empty: all
     *     regions), or how many days
     */
    abstract Page<CustomerView> page(GroupMembers.Sources from, String group, PageRequest page);
}
