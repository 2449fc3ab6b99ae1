/** Recalls: opened here, followed buyer by buyer, closed by somebody else, unlocked by the head. */
@NullMarked
package io.mallhub.console.recalls;

import org.jspecify.annotations.NullMarked;
