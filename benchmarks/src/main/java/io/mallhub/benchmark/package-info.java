/** Measures the hub's flows, each beside its reference in the same run. */
@NullMarked
package io.mallhub.benchmark;

import org.jspecify.annotations.NullMarked;
