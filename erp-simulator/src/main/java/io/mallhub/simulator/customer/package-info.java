/** The customer file. */
@NullMarked
package io.mallhub.simulator.customer;

import org.jspecify.annotations.NullMarked;
