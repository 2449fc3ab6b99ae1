/**
 * Rows that change several times between two writes, merged in memory, written as one statement.
 */
@NullMarked
package io.mallhub.exporter.table;

import org.jspecify.annotations.NullMarked;
