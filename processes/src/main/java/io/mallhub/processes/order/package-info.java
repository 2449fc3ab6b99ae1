/** Steps and messages of the process {@code order-approval}. */
@NullMarked
package io.mallhub.processes.order;

import org.jspecify.annotations.NullMarked;
