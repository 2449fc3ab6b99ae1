/**
 * What every part of the ERP shares: operations, refusals, points in a list, document numbers,
 * options.
 */
@NullMarked
package io.mallhub.simulator.kernel;

import org.jspecify.annotations.NullMarked;
