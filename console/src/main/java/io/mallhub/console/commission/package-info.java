/** Commission: statements and payouts for finance, rules, payees, and one's own statements. */
@NullMarked
package io.mallhub.console.commission;

import org.jspecify.annotations.NullMarked;
