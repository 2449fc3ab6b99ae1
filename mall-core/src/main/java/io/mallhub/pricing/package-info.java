/**
 * What a line costs this customer, and why: agreement, level list, base list, quantity breaks,
 * floors.
 */
@NullMarked
package io.mallhub.pricing;

import org.jspecify.annotations.NullMarked;
