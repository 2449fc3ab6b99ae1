/** What operators learn without an open page: by e-mail and by signed calls of other systems. */
@NullMarked
package io.mallhub.processes.alert;

import org.jspecify.annotations.NullMarked;
