/** How connections, flow states, bindings, quarantine and messages are kept in PostgreSQL. */
@NullMarked
package io.mallhub.binding.internal;

import org.jspecify.annotations.NullMarked;
