/** Sales returns: announced by interfaces, received by the warehouse into its quarantine area. */
@NullMarked
package io.mallhub.simulator.returnorder;

import org.jspecify.annotations.NullMarked;
