/** The parts of the hub that are measured, as applications. */
@NullMarked
package io.mallhub;

import org.jspecify.annotations.NullMarked;
