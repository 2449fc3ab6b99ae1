/** Prepaid accounts as finance sees them: balances, top-ups, the rules of their bonus. */
@NullMarked
package io.mallhub.console.prepaid;

import org.jspecify.annotations.NullMarked;
