/** What waits for me, what is late, what is broken. */
@NullMarked
package io.mallhub.console.home;

import org.jspecify.annotations.NullMarked;
