/** The back office as JSON, for tests. */
@NullMarked
package io.mallhub.simulator.admin;

import org.jspecify.annotations.NullMarked;
