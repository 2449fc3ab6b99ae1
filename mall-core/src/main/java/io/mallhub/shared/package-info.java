/** Money, quantities and typed ids: the words every context uses. */
@NullMarked
package io.mallhub.shared;

import org.jspecify.annotations.NullMarked;
