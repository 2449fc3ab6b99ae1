/**
 * Steps and messages of the processes {@code commission-payout} and {@code commission-statement}.
 */
@NullMarked
package io.mallhub.processes.commission;

import org.jspecify.annotations.NullMarked;
