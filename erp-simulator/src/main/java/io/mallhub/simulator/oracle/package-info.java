/**
 * What was really committed and how often each operation was called: the truth that tests compare
 * with.
 */
@NullMarked
package io.mallhub.simulator.oracle;

import org.jspecify.annotations.NullMarked;
