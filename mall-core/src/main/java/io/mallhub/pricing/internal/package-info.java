/** Price lists as tables, and the rule that picks one price out of them. */
@NullMarked
package io.mallhub.pricing.internal;

import org.jspecify.annotations.NullMarked;
