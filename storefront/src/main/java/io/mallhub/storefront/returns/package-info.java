/**
 * The buyer's returns: asking for one with its money shown before, following it, taking it back;
 * and the recalls that ask for one.
 */
@NullMarked
package io.mallhub.storefront.returns;

import org.jspecify.annotations.NullMarked;
