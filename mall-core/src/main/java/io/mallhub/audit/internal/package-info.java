/** The audit log in PostgreSQL: chain, head, and the walk that proves both. */
@NullMarked
package io.mallhub.audit.internal;

import org.jspecify.annotations.NullMarked;
