/** Receipts and what was done about them as tables, four eyes before the ledger knows of one. */
@NullMarked
package io.mallhub.receipt.internal;

import org.jspecify.annotations.NullMarked;
