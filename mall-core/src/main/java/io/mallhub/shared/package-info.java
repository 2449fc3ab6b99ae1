/** Money, quantities, typed ids and pages: the words every context uses. */
@NullMarked
package io.mallhub.shared;

import org.jspecify.annotations.NullMarked;
