/** Aggregates, checks and rules of customers and their qualification. */
@NullMarked
package io.mallhub.customer.internal;

import org.jspecify.annotations.NullMarked;
