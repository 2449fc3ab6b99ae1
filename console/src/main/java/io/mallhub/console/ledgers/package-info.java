/** The proof that every balance is the sum of its entries. */
@NullMarked
package io.mallhub.console.ledgers;

import org.jspecify.annotations.NullMarked;
