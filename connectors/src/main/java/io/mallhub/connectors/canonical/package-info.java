/**
 * Canonical records: what every ERP's products, stock, customers and orders are mapped to and from.
 */
@NamedInterface("canonical")
@NullMarked
package io.mallhub.connectors.canonical;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
