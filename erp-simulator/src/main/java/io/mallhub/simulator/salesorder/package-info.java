/**
 * Sales orders and their deliveries: created by interfaces, accepted, rejected, shipped and made
 * void by people.
 */
@NullMarked
package io.mallhub.simulator.salesorder;

import org.jspecify.annotations.NullMarked;
