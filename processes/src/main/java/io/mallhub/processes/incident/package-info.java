/** Incidents grouped by cause, and who looks after them. */
@NullMarked
package io.mallhub.processes.incident;

import org.jspecify.annotations.NullMarked;
