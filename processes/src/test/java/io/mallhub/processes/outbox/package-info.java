/** Faults between the mall and the engine. */
@NullMarked
package io.mallhub.processes.outbox;

import org.jspecify.annotations.NullMarked;
