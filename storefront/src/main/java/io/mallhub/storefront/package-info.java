/** Pages of buyers, and the REST API of the mall. */
@NullMarked
package io.mallhub.storefront;

import org.jspecify.annotations.NullMarked;
