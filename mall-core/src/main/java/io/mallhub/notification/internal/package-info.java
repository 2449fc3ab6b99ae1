/** Notices, inboxes and deliveries in PostgreSQL. */
@NullMarked
package io.mallhub.notification.internal;

import org.jspecify.annotations.NullMarked;
