/** Guests and buyers who come through a share link. */
@NullMarked
package io.mallhub.storefront.sharing;

import org.jspecify.annotations.NullMarked;
