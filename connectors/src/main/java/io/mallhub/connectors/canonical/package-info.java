/**
 * Canonical records: what every ERP's products, stock, customers and orders are mapped to and from.
 */
@NullMarked
package io.mallhub.connectors.canonical;

import org.jspecify.annotations.NullMarked;
