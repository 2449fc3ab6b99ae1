/** The passing of time for coupons and points: reminders and expiry. */
@NullMarked
package io.mallhub.processes.benefit;

import org.jspecify.annotations.NullMarked;
