/** The order aggregate, its submit and its transitions, and the carts. */
@NullMarked
package io.mallhub.order.internal;

import org.jspecify.annotations.NullMarked;
