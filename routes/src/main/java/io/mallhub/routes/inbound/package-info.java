/** What all inbound flows share: a turn read page by page, faults, bad records. */
@NullMarked
package io.mallhub.routes.inbound;

import org.jspecify.annotations.NullMarked;
