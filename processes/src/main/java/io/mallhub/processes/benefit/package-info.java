/**
 * The passing of time for coupons, points and flash sales: reminders, expiry, opening and closing.
 */
@NullMarked
package io.mallhub.processes.benefit;

import org.jspecify.annotations.NullMarked;
