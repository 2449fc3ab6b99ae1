/** The points of the company: how many, until when, and where they came from. */
@NullMarked
package io.mallhub.storefront.points;

import org.jspecify.annotations.NullMarked;
