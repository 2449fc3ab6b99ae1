/**
 * Switches that break calls on purpose, and the filter in front of both protocols that applies
 * them.
 */
@NullMarked
package io.mallhub.simulator.fault;

import org.jspecify.annotations.NullMarked;
