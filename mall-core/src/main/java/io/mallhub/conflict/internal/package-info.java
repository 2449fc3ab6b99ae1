/** Conflicts and owners of fields as rows. */
@NullMarked
package io.mallhub.conflict.internal;

import org.jspecify.annotations.NullMarked;
