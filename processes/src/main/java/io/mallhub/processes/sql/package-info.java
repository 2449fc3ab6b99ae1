/** What the lists of tasks and instances share. */
@NullMarked
package io.mallhub.processes.sql;

import org.jspecify.annotations.NullMarked;
