/** Customers: qualification, level, credit and agreement prices. */
@NullMarked
package io.mallhub.console.customers;

import org.jspecify.annotations.NullMarked;
