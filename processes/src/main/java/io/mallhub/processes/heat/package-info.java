/** Tokens, incidents and durations by element. */
@NullMarked
package io.mallhub.processes.heat;

import org.jspecify.annotations.NullMarked;
