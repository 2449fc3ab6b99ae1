/** Carts and orders: what a buyer asked for, what was decided, and what the ERP did with it. */
@NullMarked
package io.mallhub.order;

import org.jspecify.annotations.NullMarked;
