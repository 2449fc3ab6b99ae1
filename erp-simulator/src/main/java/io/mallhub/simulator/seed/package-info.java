/** First load of an empty database from the real lists, made plausible from a seed. */
@NullMarked
package io.mallhub.simulator.seed;

import org.jspecify.annotations.NullMarked;
