/** What happened in the engine, hour by hour. */
@NullMarked
package io.mallhub.processes.curve;

import org.jspecify.annotations.NullMarked;
