/** Customers from and to an ERP. */
@NullMarked
package io.mallhub.routes.customer;

import org.jspecify.annotations.NullMarked;
