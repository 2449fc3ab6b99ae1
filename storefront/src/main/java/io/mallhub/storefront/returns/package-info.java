/**
 * The buyer's returns: asking for one with its money shown before, following it, taking it back.
 */
@NullMarked
package io.mallhub.storefront.returns;

import org.jspecify.annotations.NullMarked;
