/** Assembly: settings, embedded parts and the demo. */
@NullMarked
package io.mallhub.app;

import org.jspecify.annotations.NullMarked;
