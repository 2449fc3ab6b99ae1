/** The order desk: every order as one thread, the decisions it waits for, and its changes. */
@NullMarked
package io.mallhub.console.orders;

import org.jspecify.annotations.NullMarked;
