/** Paying online: the way to the provider and back, and the door its notices come through. */
@NullMarked
package io.mallhub.storefront.payments;

import org.jspecify.annotations.NullMarked;
