@NullMarked
package io.mallhub.openness.internal;

import org.jspecify.annotations.NullMarked;
