/** Steps, messages and the daily scan of the process {@code qualification-renewal}. */
@NullMarked
package io.mallhub.processes.renewal;

import org.jspecify.annotations.NullMarked;
