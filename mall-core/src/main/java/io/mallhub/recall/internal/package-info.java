/** Recalls and their notices as rows. */
@NullMarked
package io.mallhub.recall.internal;

import org.jspecify.annotations.NullMarked;
