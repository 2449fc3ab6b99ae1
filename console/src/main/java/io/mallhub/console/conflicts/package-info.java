/** Conflicts between mall and ERP: both values, and the decision. */
@NullMarked
package io.mallhub.console.conflicts;

import org.jspecify.annotations.NullMarked;
