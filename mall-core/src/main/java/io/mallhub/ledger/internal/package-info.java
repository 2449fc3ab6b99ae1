/** Entries, commitments and balances as tables, one writer per customer at a time. */
@NullMarked
package io.mallhub.ledger.internal;

import org.jspecify.annotations.NullMarked;
