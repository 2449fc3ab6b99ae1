/** Staff with their roles, and the audit log. */
@NullMarked
package io.mallhub.console.administration;

import org.jspecify.annotations.NullMarked;
