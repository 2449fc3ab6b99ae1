/** Taking, giving back and deciding user tasks, the same way on every desk. */
@NullMarked
package io.mallhub.console.tasks;

import org.jspecify.annotations.NullMarked;
