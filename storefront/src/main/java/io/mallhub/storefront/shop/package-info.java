/** Finding goods, the cart, and ordering. */
@NullMarked
package io.mallhub.storefront.shop;

import org.jspecify.annotations.NullMarked;
