/** Housekeeping that runs beside the flows. */
@NullMarked
package io.mallhub.routes.upkeep;

import org.jspecify.annotations.NullMarked;
