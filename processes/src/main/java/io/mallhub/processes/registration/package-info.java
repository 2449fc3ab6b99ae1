/** Steps and messages of the process {@code customer-registration}. */
@NullMarked
package io.mallhub.processes.registration;

import org.jspecify.annotations.NullMarked;
