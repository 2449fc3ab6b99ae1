/** Webhooks: events of the mall, written with them and sent after them. */
@NullMarked
package io.mallhub.gateway.webhook;

import org.jspecify.annotations.NullMarked;
