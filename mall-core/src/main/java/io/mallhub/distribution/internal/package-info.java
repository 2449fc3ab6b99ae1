@NullMarked
package io.mallhub.distribution.internal;

import org.jspecify.annotations.NullMarked;
