/** Products, their categories, stock and prices. */
@NullMarked
package io.mallhub.console.catalogue;

import org.jspecify.annotations.NullMarked;
