/** Stock levels, holds, and the rule that decides between two snapshots. */
@NullMarked
package io.mallhub.stock.internal;

import org.jspecify.annotations.NullMarked;
