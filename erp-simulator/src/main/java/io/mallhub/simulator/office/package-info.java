/** The back office in a browser: demo login, stock, orders, customers, fault switches. */
@NullMarked
package io.mallhub.simulator.office;

import org.jspecify.annotations.NullMarked;
