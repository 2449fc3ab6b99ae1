/**
 * Runs inside a Zeebe broker and writes what its processes do into PostgreSQL, exactly once in
 * effect.
 */
@NullMarked
package io.mallhub.exporter;

import org.jspecify.annotations.NullMarked;
