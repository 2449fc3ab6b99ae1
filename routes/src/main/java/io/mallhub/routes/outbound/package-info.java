/**
 * What orders and customers share on their way out: ask before sending, and when an unknown outcome
 * is asked for.
 */
@NullMarked
package io.mallhub.routes.outbound;

import org.jspecify.annotations.NullMarked;
