/** The steps of {@code sales-return.bpmn}: eligibility, ERP return order, statement, refund. */
@NullMarked
package io.mallhub.processes.returns;

import org.jspecify.annotations.NullMarked;
