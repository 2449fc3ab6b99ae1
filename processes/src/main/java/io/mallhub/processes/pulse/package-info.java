/** What the engine did over time, counted minute by minute from its read model. */
@NullMarked
package io.mallhub.processes.pulse;

import org.jspecify.annotations.NullMarked;
