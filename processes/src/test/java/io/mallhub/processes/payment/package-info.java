/** The process {@code online-refund} on the real broker. */
@NullMarked
package io.mallhub.processes.payment;

import org.jspecify.annotations.NullMarked;
