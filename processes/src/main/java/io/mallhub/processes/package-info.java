/** Running processes: their tasks, instances and incidents as people see and repair them. */
@NullMarked
package io.mallhub.processes;

import org.jspecify.annotations.NullMarked;
