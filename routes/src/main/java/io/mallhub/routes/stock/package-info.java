/** Stock figures from an ERP. */
@NullMarked
package io.mallhub.routes.stock;

import org.jspecify.annotations.NullMarked;
