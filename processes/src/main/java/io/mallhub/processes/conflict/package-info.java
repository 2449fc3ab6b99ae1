/** {@code sync-decision}: what the engine is told of conflicts, and its jobs. */
@NullMarked
package io.mallhub.processes.conflict;

import org.jspecify.annotations.NullMarked;
