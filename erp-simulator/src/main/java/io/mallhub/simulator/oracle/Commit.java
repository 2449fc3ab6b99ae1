package io.mallhub.simulator.oracle;

import io.mallhub.simulator.kernel.Operation;
import java.time.Instant;

/**
 * One change made for good.
 *
 * @param reference the caller's number of the customer or order
 * @param number the ERP's number
 */
public record Commit(long id, Operation operation, String reference, String number, Instant at) {}
