/** How returns are kept, checked, inspected and settled. */
@NullMarked
package io.mallhub.returns.internal;

import org.jspecify.annotations.NullMarked;
