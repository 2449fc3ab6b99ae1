/** Flash sales as tables, and the conditional update that gives their units away. */
@NullMarked
package io.mallhub.flash.internal;

import org.jspecify.annotations.NullMarked;
