/** The passing of time for coupons: reminders and expiry. */
@NullMarked
package io.mallhub.processes.coupon;

import org.jspecify.annotations.NullMarked;
