/** Repairs of instances: previewed, queued, carried out once, recorded. */
@NullMarked
package io.mallhub.processes.repair;

import org.jspecify.annotations.NullMarked;
