/** Rules, ledger and lots of points as tables; one company at a time. */
@NullMarked
package io.mallhub.points.internal;

import org.jspecify.annotations.NullMarked;
