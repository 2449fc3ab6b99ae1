/** Ended instances leave the read models after a while; running ones never do. */
@NullMarked
package io.mallhub.processes.retention;

import org.jspecify.annotations.NullMarked;
