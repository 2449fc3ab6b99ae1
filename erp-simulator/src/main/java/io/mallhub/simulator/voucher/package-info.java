/** Accounting vouchers that other systems hand in. */
@NullMarked
package io.mallhub.simulator.voucher;

import org.jspecify.annotations.NullMarked;
