/** The order desk: every order as one thread, and the decisions it waits for. */
@NullMarked
package io.mallhub.console.orders;

import org.jspecify.annotations.NullMarked;
