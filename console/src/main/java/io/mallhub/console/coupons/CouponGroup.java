package io.mallhub.console.coupons;

import io.mallhub.customer.CustomerView;
import io.mallhub.customer.Customers;
import io.mallhub.shared.Page;
import io.mallhub.shared.PageRequest;
import java.util.List;

/** Whom a coupon is given to without naming each: active customers only. */
enum CouponGroup {
    LEVEL {
        @Override
        Page<CustomerView> members(Customers customers, String group, PageRequest page) {
            // Customers without a level are no group that anybody means.
            return group.isEmpty() ? Page.of(List.of(), page) : customers.ofLevel(group, page);
        }
    },
    REGION {
        @Override
        Page<CustomerView> members(Customers customers, String group, PageRequest page) {
            return customers.ofRegion(group, page);
        }
    };

    /**
     * @param group a price level, or the beginning of a GB/T 2260 code; empty: all regions
     */
    abstract Page<CustomerView> members(Customers customers, String group, PageRequest page);
}
