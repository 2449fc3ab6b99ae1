/** Runs inside a child process: a single class that depends on nothing. */
@NullMarked
package io.mallhub.runtime.child;

import org.jspecify.annotations.NullMarked;
