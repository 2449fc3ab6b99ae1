/** Tells the engine what happened in the mall: every event once, however often anything fails. */
@NullMarked
package io.mallhub.processes.outbox;

import org.jspecify.annotations.NullMarked;
