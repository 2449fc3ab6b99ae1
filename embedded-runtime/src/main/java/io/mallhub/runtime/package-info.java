/**
 * One folder on disk, and the servers that live in it: PostgreSQL, the Zeebe broker, other Java
 * programs.
 */
@NullMarked
package io.mallhub.runtime;

import org.jspecify.annotations.NullMarked;
