/** Search of instances by everything people know of them. */
@NullMarked
package io.mallhub.processes.search;

import org.jspecify.annotations.NullMarked;
