/** Online payments as finance sees them: what was asked for, what came, what goes back. */
@NullMarked
package io.mallhub.console.payments;

import org.jspecify.annotations.NullMarked;
