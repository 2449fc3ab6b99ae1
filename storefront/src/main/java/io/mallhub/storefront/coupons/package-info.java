/** The coupon centre, and the company's own coupons. */
@NullMarked
package io.mallhub.storefront.coupons;

import org.jspecify.annotations.NullMarked;
