/** The mall's REST API for other front ends of a buyer: products, cart, orders. */
@NullMarked
package io.mallhub.storefront.api;

import org.jspecify.annotations.NullMarked;
