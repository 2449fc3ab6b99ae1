/** Keeps the promise of {@code io.mallhub.payment}. */
@NullMarked
package io.mallhub.payment.internal;

import org.jspecify.annotations.NullMarked;
