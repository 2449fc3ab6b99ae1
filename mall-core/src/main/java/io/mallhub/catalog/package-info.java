/** What may be sold: products with identifiers, regulatory category, units and tax. */
@NullMarked
package io.mallhub.catalog;

import org.jspecify.annotations.NullMarked;
