/** Process instances: read from the exported tables, repaired through the engine. */
@NullMarked
package io.mallhub.processes.instance;

import org.jspecify.annotations.NullMarked;
