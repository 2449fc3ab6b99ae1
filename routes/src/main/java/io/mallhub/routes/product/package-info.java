/** Products and their list prices from an ERP. */
@NullMarked
package io.mallhub.routes.product;

import org.jspecify.annotations.NullMarked;
