/** Screens of the staff: one package and one template folder per desk. */
@NullMarked
package io.mallhub.console;

import org.jspecify.annotations.NullMarked;
