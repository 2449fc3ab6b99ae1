/** Accounts in PostgreSQL, their passwords, and the guard against guessing them. */
@NullMarked
package io.mallhub.identity.internal;

import org.jspecify.annotations.NullMarked;
