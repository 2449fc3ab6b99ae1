/** Coupons as marketing sees them: kinds, what was given of them, the ledger of each. */
@NullMarked
package io.mallhub.console.coupons;

import org.jspecify.annotations.NullMarked;
