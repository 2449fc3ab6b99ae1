/** What compliance forbids, who agreed to it, and what was let out all the same. */
@NullMarked
package io.mallhub.console.policies;

import org.jspecify.annotations.NullMarked;
