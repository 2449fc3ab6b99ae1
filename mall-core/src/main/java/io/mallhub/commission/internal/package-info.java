/** Rules, ledger, statements and payouts as tables; one writer per order and beneficiary. */
@NullMarked
package io.mallhub.commission.internal;

import org.jspecify.annotations.NullMarked;
