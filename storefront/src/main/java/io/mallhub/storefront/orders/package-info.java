/** The company's orders and where they are. */
@NullMarked
package io.mallhub.storefront.orders;

import org.jspecify.annotations.NullMarked;
