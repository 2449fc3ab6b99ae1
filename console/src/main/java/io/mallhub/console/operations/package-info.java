/** Running processes: where they stand, what went wrong, and repairing them. */
@NullMarked
package io.mallhub.console.operations;

import org.jspecify.annotations.NullMarked;
