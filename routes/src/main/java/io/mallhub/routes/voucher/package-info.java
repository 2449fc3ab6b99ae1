/** Accounting vouchers of payouts to an ERP. */
@NullMarked
package io.mallhub.routes.voucher;

import org.jspecify.annotations.NullMarked;
