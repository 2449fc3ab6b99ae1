/** Points: who has how many, each company's ledger, and the rules. */
@NullMarked
package io.mallhub.console.points;

import org.jspecify.annotations.NullMarked;
