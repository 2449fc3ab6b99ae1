/** What marketing does when: promotions, coupons and flash sales of a month, side by side. */
@NullMarked
package io.mallhub.console.campaigns;

import org.jspecify.annotations.NullMarked;
