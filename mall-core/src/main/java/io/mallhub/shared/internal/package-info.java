/** Wiring that the mall core needs wherever it runs. */
@NullMarked
package io.mallhub.shared.internal;

import org.jspecify.annotations.NullMarked;
