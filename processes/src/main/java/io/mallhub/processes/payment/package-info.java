/** Steps and messages of the process {@code online-refund}. */
@NullMarked
package io.mallhub.processes.payment;

import org.jspecify.annotations.NullMarked;
