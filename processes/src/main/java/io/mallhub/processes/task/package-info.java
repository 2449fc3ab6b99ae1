/** User tasks: read from the exported tables, changed through the engine. */
@NullMarked
package io.mallhub.processes.task;

import org.jspecify.annotations.NullMarked;
