/** What customers owe as finance sees it: balances, statements, payments received. */
@NullMarked
package io.mallhub.console.receivables;

import org.jspecify.annotations.NullMarked;
