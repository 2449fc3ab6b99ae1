/** The table of transfers; its unique index decides between those that want one at once. */
@NullMarked
package io.mallhub.transfer.internal;

import org.jspecify.annotations.NullMarked;
