/** Kinds, coupons and entries as tables; one giver per kind and one user per coupon at a time. */
@NullMarked
package io.mallhub.coupon.internal;

import org.jspecify.annotations.NullMarked;
