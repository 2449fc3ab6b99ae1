/**
 * The mall's REST API for other front ends of a buyer: products and orders. Its JSON is its own:
 * records named {@code …Json}.
 */
@NullMarked
package io.mallhub.storefront.api;

import org.jspecify.annotations.NullMarked;
