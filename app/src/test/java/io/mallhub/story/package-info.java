/** The whole hub as a user starts it, followed from registration to shipment in a real browser. */
@NullMarked
package io.mallhub.story;

import org.jspecify.annotations.NullMarked;
