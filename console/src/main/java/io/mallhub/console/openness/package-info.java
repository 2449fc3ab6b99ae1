/** How open the mall is, who is invited, and what whom the catalogue shows. */
@NullMarked
package io.mallhub.console.openness;

import org.jspecify.annotations.NullMarked;
