/** Promotion rules as tables, their definitions as JSON. */
@NullMarked
package io.mallhub.promotion.internal;

import org.jspecify.annotations.NullMarked;
