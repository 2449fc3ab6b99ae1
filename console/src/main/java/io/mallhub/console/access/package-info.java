/** Who may enter the console, which page and act is for whom, and the frame around every page. */
@NullMarked
package io.mallhub.console.access;

import org.jspecify.annotations.NullMarked;
