/** What staff are told, and where else they and the companies want to be told. */
@NullMarked
package io.mallhub.console.notices;

import org.jspecify.annotations.NullMarked;
